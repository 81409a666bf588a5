package io.dyad.contrast.discovery;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which samples of the source are trained on, which of them with a label, and which validate.
 *
 * <p>The class of rank r among C keeps imbalance ^ (-r / (C - 1)) of its samples; ranks are drawn,
 * so that there are frequent and rare classes among known and new ones.
 */
final class Selection {
  private final TreeMap<Long, Boolean> trained = new TreeMap<>();
  private final List<Long> validation = new ArrayList<>();

  /**
   * Chooses.
   *
   * @param labels of the source, as it numbers them
   */
  Selection(CategoryDiscoveryOptions options, long[] labels, ClassNumbers numbers, Draws draws) {
    long[] ranks = permutation(draws, "ranks", numbers.classes());
    for (int number = 0; number < numbers.classes(); number++) {
      int own = number;
      long[] members =
          IntStream.range(0, labels.length)
              .filter(i -> numbers.of(labels[i]) == own)
              .asLongStream()
              .toArray();
      if (members.length > 0) {
        double share =
            Math.pow(options.imbalance(), -ranks[own] / Math.max(1.0, numbers.classes() - 1));
        double labelled = numbers.isKnown(own) ? options.labelledFraction() : 0;
        choose(members, options.validationFraction(), share, labelled, draws.at("class", own));
      }
    }
    validation.sort(null);
  }

  /** Of each class and of each known one's labels at least one sample stays. */
  private void choose(long[] members, double aside, double share, double labelled, Draws draws) {
    long[] order = permutation(draws, "samples", members.length);
    int validating = (int) Math.min(members.length - 1, Math.round(members.length * aside));
    int kept = (int) Math.max(1, Math.round((members.length - validating) * share));
    int withLabel = labelled == 0 ? 0 : (int) Math.max(1, Math.round(kept * labelled));
    for (int i = 0; i < validating; i++) {
      validation.add(members[(int) order[i]]);
    }
    for (int i = 0; i < kept; i++) {
      trained.put(members[(int) order[validating + i]], i < withLabel);
    }
  }

  private static long[] permutation(Draws draws, String name, long size) {
    try (NDArray drawn = draws.permutation(name, size)) {
      return drawn.toLongArray();
    }
  }

  /** Returns the samples that are trained on, in the source's order. */
  long[] trained() {
    return trained.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  /** Returns whether each sample that is trained on keeps its label. */
  boolean[] labelled() {
    boolean[] flags = new boolean[trained.size()];
    int next = 0;
    for (boolean flag : trained.values()) {
      flags[next++] = flag;
    }
    return flags;
  }

  /** Returns the samples that validate, in the source's order. */
  long[] validation() {
    return validation.stream().mapToLong(Long::longValue).toArray();
  }
}
