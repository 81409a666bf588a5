package io.dyad.runtime.training;

import io.dyad.api.ConfigurationException;
import io.dyad.runtime.options.Kebab;
import io.dyad.runtime.options.ResolvedSpec;
import java.lang.reflect.RecordComponent;

/** A setting that does not fit, found when parts are made of a configuration. */
final class SettingException extends ConfigurationException {
  private static final long serialVersionUID = 1;

  private final String path;
  private final String block;

  /**
   * Creates the failure.
   *
   * @param path of the setting or of the block it is missing in
   * @param message names the path, too
   */
  SettingException(String path, String message) {
    super(message);
    this.path = path;
    this.block = path;
  }

  private SettingException(
      String path, String block, String message, ConfigurationException cause) {
    super(message, cause);
    this.path = path;
    this.block = block;
  }

  /**
   * Returns what a part said about its options, with its place. If the message begins with the name
   * of an option, that is the setting.
   */
  static SettingException of(ResolvedSpec<?> spec, ConfigurationException said) {
    if (said instanceof SettingException placed) {
      return placed;
    }
    String message = withoutPlace(String.valueOf(said.getMessage()), spec.path());
    for (RecordComponent component : spec.options().getClass().getRecordComponents()) {
      String option = Kebab.name(component.getName());
      if (message.startsWith(option + " ") || message.startsWith(option + ":")) {
        String setting = spec.path() + "." + option;
        return new SettingException(setting, spec.path(), spec.path() + "." + message, said);
      }
    }
    return new SettingException(spec.path(), spec.path(), spec.path() + ": " + message, said);
  }

  /** Parts that know their place may have said it already. */
  private static String withoutPlace(String message, String path) {
    return message.startsWith(path + ".") || message.startsWith(path + ": ")
        ? message.substring(path.length() + 1).strip()
        : message;
  }

  /** Returns the same with the place of the setting in front, for when it is shown by itself. */
  SettingException at(String place) {
    return new SettingException(path, block, place + "  " + getMessage(), this);
  }

  /** Returns the setting. */
  String path() {
    return path;
  }

  /** Returns the block that objects, for where the setting is a default. */
  String block() {
    return block;
  }
}
