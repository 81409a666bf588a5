package io.dyad.runtime.options;

import static java.util.stream.Collectors.joining;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.dyad.api.PluginException;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads numbers, words, truth values and paths. */
final class ScalarReader {
  /** A value that cannot be read; the message is the end of the sentence. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String expected, ConfigValue value, String hint) {
      super("must be " + expected + ", got " + shown(value) + hint);
    }
  }

  private ScalarReader() {}

  /**
   * Returns the value as the given type.
   *
   * @throws Unreadable if it is of another
   * @throws PluginException if options cannot be of this type
   */
  static Object read(ConfigValue value, Class<?> type, Optional<Interval> bound) throws Unreadable {
    if (type == int.class || type == Integer.class) {
      return (int) integer(value, bound, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (type == long.class || type == Long.class) {
      return integer(value, bound, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type == double.class || type == Double.class) {
      return number(value, bound);
    }
    if (type == float.class || type == Float.class) {
      return (float) number(value, bound);
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth(value);
    }
    if (type == String.class) {
      return text(value, "a string");
    }
    if (type == Path.class) {
      return path(value);
    }
    if (type.isEnum()) {
      return constant(value, type);
    }
    throw new PluginException("options cannot be of type " + type.getName());
  }

  /** Returns a value as a user would write it. */
  static String shown(ConfigValue value) {
    return switch (value.valueType()) {
      case OBJECT -> "an object";
      case LIST -> "a list";
      default -> value.render(ConfigRenderOptions.concise());
    };
  }

  /** Returns the names of an enum's constants in a configuration. */
  static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> Kebab.constant((Enum<?>) each))
        .toList();
  }

  private static long integer(ConfigValue value, Optional<Interval> bound, long low, long high)
      throws Unreadable {
    long number;
    try {
      number = new BigDecimal(text(value, "an integer")).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Unreadable("an integer", value, "");
    }
    if (number < low || number > high) {
      throw new Unreadable("in [" + low + ", " + high + "]", value, "");
    }
    check(number, value, bound);
    return number;
  }

  private static double number(ConfigValue value, Optional<Interval> bound) throws Unreadable {
    double number;
    try {
      number = Interval.number(text(value, "a number"));
    } catch (NumberFormatException e) {
      throw new Unreadable("a number", value, "");
    }
    check(number, value, bound);
    return number;
  }

  private static void check(double number, ConfigValue value, Optional<Interval> bound)
      throws Unreadable {
    if (bound.isPresent() && !bound.get().contains(number)) {
      throw new Unreadable("in " + bound.get().text(), value, "");
    }
  }

  private static boolean truth(ConfigValue value) throws Unreadable {
    return switch (text(value, "true or false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Unreadable("true or false", value, "");
    };
  }

  private static Path path(ConfigValue value) throws Unreadable {
    try {
      return Path.of(text(value, "a path"));
    } catch (InvalidPathException e) {
      throw new Unreadable("a path", value, "");
    }
  }

  private static Object constant(ConfigValue value, Class<?> type) throws Unreadable {
    List<String> names = constants(type);
    String expected = names.stream().collect(joining(", ", "one of ", ""));
    String name = text(value, expected);
    int index = names.indexOf(name);
    if (index < 0) {
      throw new Unreadable(expected, value, Nearest.question(name, names));
    }
    return type.getEnumConstants()[index];
  }

  private static String text(ConfigValue value, String expected) throws Unreadable {
    if (value.valueType() == ConfigValueType.OBJECT || value.valueType() == ConfigValueType.LIST) {
      throw new Unreadable(expected, value, "");
    }
    return String.valueOf(value.unwrapped());
  }
}
