package io.dyad.runtime.discovery.check;

import io.dyad.api.Experimental;
import io.dyad.api.Provider;
import io.dyad.api.Stable;
import io.dyad.runtime.options.Kebab;
import io.dyad.runtime.options.OptionsCheck;
import io.dyad.runtime.options.Parts;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** What a provider says of itself: name, one line, stability, options. */
public final class ProviderCheck {
  private ProviderCheck() {}

  /**
   * Returns what is wrong with a provider.
   *
   * @param parts what its defaults may name
   */
  public static List<Finding> of(Provider<?, ?> provider, Parts parts) {
    List<Finding> findings = new ArrayList<>();
    Class<?> type = provider.getClass();
    String where = type.getName();
    if (!Kebab.isName(provider.name())) {
      findings.add(
          Finding.error(
              where,
              "has the name \"" + provider.name() + "\"",
              "use lower case, digits and single hyphens: my-loss"));
    }
    if (provider.summary().isBlank()) {
      findings.add(Finding.warning(where, "has no summary", "say in one line what the part does"));
    }
    if (!type.isAnnotationPresent(Stable.class) && !type.isAnnotationPresent(Experimental.class)) {
      findings.add(
          Finding.warning(where, "does not say how stable it is", "add @Experimental or @Stable"));
    }
    Class<?> options = provider.options();
    if (!options.isRecord() || !Modifier.isPublic(options.getModifiers())) {
      findings.add(
          Finding.error(options.getName(), "is no public record", "declare it public record"));
      return findings;
    }
    OptionsCheck.of(options.asSubclass(Record.class), parts)
        .forEach(
            problem ->
                findings.add(
                    Finding.error(
                        options.getName() + ", " + problem.where(),
                        problem.message(),
                        "correct the annotations of its components")));
    return findings;
  }
}
