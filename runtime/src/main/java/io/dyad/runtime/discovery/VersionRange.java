package io.dyad.runtime.discovery;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions in the notation of Maven: {@code [0.1,0.2)}. A version alone stands for all that are
 * compatible with it by Semantic Versioning, so {@code 0.1.3} for {@code [0.1.3,0.2)}.
 *
 * <p>Only numbers count: a pre-release is as good as its release.
 */
public final class VersionRange {
  private static final Pattern FORM =
      Pattern.compile("([\\[(])\\s*([^,\\s]*)\\s*,\\s*([^,\\s]*)\\s*([\\])])");
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})*)(?:[-+.].*)?");
  private static final int[] NOTHING = {};

  private final int[] low;
  private final boolean lowIn;
  private final int[] high;
  private final boolean highIn;

  private VersionRange(int[] low, boolean lowIn, int[] high, boolean highIn) {
    this.low = low;
    this.lowIn = lowIn;
    this.high = high;
    this.highIn = highIn;
  }

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static VersionRange parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      int[] version = numbers(text.strip(), text);
      return new VersionRange(version, true, nextBreaking(version), false);
    }
    return new VersionRange(
        end(matcher.group(2), text),
        matcher.group(1).equals("["),
        end(matcher.group(3), text),
        matcher.group(4).equals("]"));
  }

  /**
   * Returns whether a version is inside.
   *
   * @throws IllegalArgumentException if it is no version
   */
  public boolean contains(String version) {
    int[] numbers = numbers(version, version);
    int fromLow = compare(numbers, low);
    int fromHigh = high.length == 0 ? -1 : compare(numbers, high);
    return (fromLow > 0 || (lowIn && fromLow == 0)) && (fromHigh < 0 || (highIn && fromHigh == 0));
  }

  private static int[] end(String version, String text) {
    return version.isEmpty() ? NOTHING : numbers(version, text);
  }

  private static int[] numbers(String version, String text) {
    Matcher matcher = NUMBERS.matcher(version);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no range of versions such as \"[0.1,0.2)\"");
    }
    return Arrays.stream(matcher.group(1).split("\\.")).mapToInt(Integer::parseInt).toArray();
  }

  private static int[] nextBreaking(int[] version) {
    boolean stable = version[0] > 0 || version.length == 1;
    return stable ? new int[] {version[0] + 1} : new int[] {0, version[1] + 1};
  }

  /** Missing numbers are zeros. */
  private static int compare(int[] left, int[] right) {
    int length = Math.max(left.length, right.length);
    return Arrays.compare(Arrays.copyOf(left, length), Arrays.copyOf(right, length));
  }
}
