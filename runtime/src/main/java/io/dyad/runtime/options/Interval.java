package io.dyad.runtime.options;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers an option may take; NaN is in none. */
public record Interval(String text, double low, boolean lowIn, double high, boolean highIn) {
  private static final Pattern FORM =
      Pattern.compile("([\\[(])\\s*([^,\\s]+)\\s*,\\s*([^,\\s]+)\\s*([\\])])");

  /**
   * Reads {@code "[0, 1)"}.
   *
   * @throws IllegalArgumentException if it is no interval
   */
  public static Interval parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no interval such as \"[0, 1)\"");
    }
    return new Interval(
        text,
        number(matcher.group(2)),
        matcher.group(1).equals("["),
        number(matcher.group(3)),
        matcher.group(4).equals("]"));
  }

  /** Returns whether a number is in it. */
  public boolean contains(double value) {
    boolean above = value > low || (lowIn && value == low);
    boolean below = value < high || (highIn && value == high);
    return above && below;
  }

  /** Reads a number, {@code inf} and {@code -inf} among them. */
  public static double number(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
