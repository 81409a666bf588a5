package io.dyad.contrast.hydra;

import io.dyad.api.ConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which classes are never paired. */
final class ExcludedPairs {
  private static final Pattern PAIR = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

  private ExcludedPairs() {}

  /**
   * Returns for each pair of classes, row by row, whether it may be one.
   *
   * @throws ConfigurationException naming the place if a pair is not two different classes
   */
  static boolean[] allowed(List<String> excluded, long classes, String place) {
    int count = Math.toIntExact(classes);
    boolean[] allowed = new boolean[Math.multiplyExact(count, count)];
    Arrays.fill(allowed, true);
    for (String pair : excluded) {
      Matcher read = PAIR.matcher(pair);
      boolean isPair = read.matches();
      int first = isPair ? Integer.parseInt(read.group(1)) : count;
      int second = isPair ? Integer.parseInt(read.group(2)) : count;
      if (first >= count || second >= count || first == second) {
        throw new ConfigurationException(
            "%s: class-pairs cannot exclude \"%s\"; write two different classes of 0 to %d, such as \"0-1\""
                .formatted(place, pair, count - 1));
      }
      allowed[first * count + second] = false;
      allowed[second * count + first] = false;
    }
    return allowed;
  }
}
