package io.dyad.contrast.imbalanced;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Draws;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Which samples stay. */
final class Selection {
  private Selection() {}

  /**
   * Returns the ids that stay, in order; samples of unknown class (-1) all do.
   *
   * @param labels the class of each sample
   * @param shares of each class
   */
  static long[] of(long[] labels, double[] shares, Draws draws) {
    boolean[] stays = new boolean[labels.length];
    for (int label = -1; label < shares.length; label++) {
      int wanted = label;
      int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == wanted).toArray();
      if (label < 0) {
        Arrays.stream(members).forEach(member -> stays[member] = true);
      } else if (members.length > 0) {
        long count = Math.max(1, Math.round(shares[label] * members.length));
        try (NDArray order = draws.permutation("class " + label, members.length)) {
          Arrays.stream(order.toLongArray())
              .limit(count)
              .forEach(place -> stays[members[(int) place]] = true);
        }
      }
    }
    return IntStream.range(0, labels.length).filter(i -> stays[i]).asLongStream().toArray();
  }
}
