package io.dyad.runtime.discovery;

import ai.djl.Device;
import io.dyad.api.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Manifest;

/**
 * The versions of the API and of DJL that a jar says in its manifest it was built for.
 *
 * @param api the value of {@code Dyad-Api}
 * @param djl the value of {@code Dyad-Djl}
 */
public record BuiltFor(Optional<String> api, Optional<String> djl) {
  /** The entry for {@code io.dyad.api} and {@code io.dyad.toolkit}. */
  public static final String API = "Dyad-Api";

  /** The entry for DJL. */
  public static final String DJL = "Dyad-Djl";

  /** How the entry for the API may look. */
  public static final String API_EXAMPLE = API + ": [0.1,0.2)";

  /** How the entry for DJL may look. */
  public static final String DJL_EXAMPLE = DJL + ": [0.35,0.36)";

  /** Reads a manifest. */
  public static BuiltFor of(Manifest manifest) {
    return new BuiltFor(entry(manifest, API), entry(manifest, DJL));
  }

  /** Returns what does not fit the running versions, a sentence each. */
  public List<String> mismatches() {
    List<String> mismatches = new ArrayList<>();
    api.flatMap(range -> mismatch(API, range, "Dyad's API", runningApi()))
        .ifPresent(mismatches::add);
    djl.flatMap(range -> mismatch(DJL, range, "DJL", runningDjl())).ifPresent(mismatches::add);
    return mismatches;
  }

  /** Returns the version of the API that runs. */
  public static String runningApi() {
    Properties properties = new Properties();
    try (InputStream in = Provider.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** Returns the version of DJL that runs. */
  public static String runningDjl() {
    return Jar.of(Device.class).version();
  }

  private static Optional<String> mismatch(
      String entry, String range, String what, String running) {
    try {
      if (VersionRange.parse(range).contains(running)) {
        return Optional.empty();
      }
    } catch (IllegalArgumentException e) {
      return Optional.of(entry + " in its manifest: " + e.getMessage() + "; correct its build");
    }
    return Optional.of(
        "it was built for "
            + what
            + " "
            + range
            + ", and "
            + running
            + " runs; take a release of it for "
            + running
            + ", or remove it");
  }

  private static Optional<String> entry(Manifest manifest, String name) {
    return Optional.ofNullable(manifest.getMainAttributes().getValue(name)).map(String::strip);
  }
}
