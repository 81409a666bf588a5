package io.dyad.runtime.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the jars of Dyad and DJL belong together: one version of Dyad, one of DJL, the bridge to
 * libtorch made for that DJL, natives of the libtorch it bridges to, and none of them twice.
 */
public final class JarAlignment {
  private static final String JNI = "pytorch-jni";
  private static final String NATIVE = "pytorch-native-";

  private final Map<String, String> expected = new HashMap<>();
  private final List<Jar> jars;

  private JarAlignment(List<Jar> jars) {
    this.jars = jars;
    for (Jar jar : jars) {
      switch (jar.name()) {
        case "dyad-runtime" -> expected.put("dyad", jar.version());
        case "pytorch-engine" -> expected.put("djl", jar.version());
        case JNI -> expected.put("libtorch", jar.version().split("-", 2)[0]);
        default -> {}
      }
    }
  }

  /** Returns one line for each jar that does not belong to the others; none if all is well. */
  public static List<String> problems(List<Jar> jars) {
    return new JarAlignment(jars).problems();
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    Map<String, Jar> seen = new HashMap<>();
    for (Jar jar : jars.stream().filter(jar -> !jar.version().equals(Jar.FOLDER)).toList()) {
      Jar other = seen.putIfAbsent(jar.name(), jar);
      if (other != null && !other.place().equals(jar.place())) {
        problems.add(
            jar.name()
                + " is there twice: "
                + other.place()
                + " and "
                + jar.place()
                + "; remove one");
      }
      wanted(jar)
          .filter(wanted -> !fits(jar, wanted))
          .ifPresent(
              wanted ->
                  problems.add(
                      "%s is version %s where %s belongs: %s"
                          .formatted(jar.name(), jar.version(), wanted, jar.place())));
    }
    return problems;
  }

  private Optional<String> wanted(Jar jar) {
    String name = jar.name();
    if (jar.version().isEmpty()) {
      return Optional.empty();
    }
    if (List.of("dyad-api", "dyad-toolkit").contains(name)) {
      return Optional.ofNullable(expected.get("dyad"));
    }
    if (name.equals("api") || name.equals(JNI)) {
      return Optional.ofNullable(expected.get("djl"));
    }
    return name.startsWith(NATIVE)
        ? Optional.ofNullable(expected.get("libtorch"))
        : Optional.empty();
  }

  private static boolean fits(Jar jar, String wanted) {
    String version = jar.version();
    if (jar.name().equals(JNI)) {
      return version.endsWith("-" + wanted);
    }
    return version.equals(wanted)
        || jar.name().startsWith(NATIVE) && version.startsWith(wanted + "-");
  }
}
