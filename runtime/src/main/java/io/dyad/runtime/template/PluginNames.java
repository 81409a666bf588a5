package io.dyad.runtime.template;

import static java.util.stream.Collectors.joining;

import io.dyad.api.ConfigurationException;
import io.dyad.runtime.options.Kebab;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What a new plugin is called.
 *
 * @param name of the loss, its preset and its artifact: lower-case-kebab
 * @param group the group of its artifact
 * @param packageName the package of its classes
 */
public record PluginNames(String name, String group, String packageName) {
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

  /**
   * Checks the names.
   *
   * @throws ConfigurationException if one of them cannot be used; the message says what can
   */
  public PluginNames {
    if (!Kebab.isName(name)) {
      throw new ConfigurationException(
          "\"%s\" cannot be the name of a plugin: words of a-z and 0-9 with hyphens between them, a letter first%s"
              .formatted(name, example(name)));
    }
    if (!GROUP.matcher(group).matches()) {
      throw new ConfigurationException(
          "--group %s is no group of artifacts; such are com.example or org.acme.losses"
              .formatted(group));
    }
    if (!SourceVersion.isName(packageName, SourceVersion.RELEASE_17)) {
      throw new ConfigurationException(
          "\"%s\" cannot be a Java package; name one with --package, such as com.example.losses"
              .formatted(packageName));
    }
  }

  /** Returns names of which the package, where none is given, follows from group and name. */
  public static PluginNames of(String name, String group, Optional<String> packageName) {
    return new PluginNames(
        name, group, packageName.orElseGet(() -> group.replace('-', '_') + "." + word(name)));
  }

  /** Returns how the classes begin: {@code WarmStart} for {@code warm-start-loss}. */
  String type() {
    return Arrays.stream(name.replaceFirst("(?<=.)-loss$", "").split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(joining());
  }

  /** Returns the folder of the package. */
  String folder() {
    return packageName.replace('.', '/');
  }

  private static String word(String name) {
    return name.replace("-", "");
  }

  /** What was probably meant: {@code MyLoss} and {@code my_loss} are {@code my-loss}. */
  private static String example(String name) {
    String kebab =
        name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+|-+$", "");
    return kebab.isEmpty() ? ", such as warm-start" : "; try \"" + kebab + "\"";
  }
}
