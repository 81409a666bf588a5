package io.dyad.runtime.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the names a user may have meant, by the number of letters to change. */
public final class Nearest {
  private Nearest() {}

  /** Returns the candidates, nearest first, equally near ones by the alphabet. */
  public static List<String> order(String name, Collection<String> candidates) {
    return candidates.stream()
        .sorted(
            Comparator.comparingInt((String candidate) -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** Returns the nearest candidate if it is near enough to be a slip of the pen. */
  public static Optional<String> suggest(String name, Collection<String> candidates) {
    return order(name, candidates).stream()
        .findFirst()
        .filter(first -> distance(name, first) <= Math.max(1, name.length() / 3));
  }

  /** Returns {@code ; did you mean "x"?}, or nothing where no candidate is near. */
  public static String question(String name, Collection<String> candidates) {
    return suggest(name, candidates).map(first -> "; did you mean \"" + first + "\"?").orElse("");
  }

  /** Levenshtein's distance with swaps of neighbours (optimal string alignment). */
  static int distance(String first, String second) {
    int[][] cost = new int[first.length() + 1][second.length() + 1];
    for (int i = 0; i <= first.length(); i++) {
      for (int j = 0; j <= second.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && first.charAt(i - 1) == second.charAt(j - 2)
            && first.charAt(i - 2) == second.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[first.length()][second.length()];
  }
}
