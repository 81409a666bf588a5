package io.dyad.runtime.report.learned;

import io.dyad.runtime.report.learned.Query.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses which samples are shown with their neighbours: some by lot, and the worst. */
final class QueryChoice {
  /** How many of each kind. */
  static final int EACH = 5;

  private QueryChoice() {}

  /**
   * Returns samples drawn by lot, then the worst: those whose nearest neighbours are of other
   * classes, the surer the worse; where labels are unknown, those that nothing is near to.
   */
  static List<Query> of(Embedded samples, List<List<Neighbour>> neighbours, long seed) {
    List<Integer> worst =
        IntStream.range(0, neighbours.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> goodness(label(samples, i), neighbours.get(i))))
            .limit(Math.min(EACH, neighbours.size() / 2))
            .toList();
    List<Integer> others = new ArrayList<>(IntStream.range(0, neighbours.size()).boxed().toList());
    others.removeAll(worst);
    Collections.shuffle(others, new Random(seed));
    return Stream.concat(
            others.stream()
                .limit(EACH)
                .sorted()
                .map(i -> query(samples, i, Reason.RANDOM, neighbours)),
            worst.stream().map(i -> query(samples, i, Reason.WORST, neighbours)))
        .toList();
  }

  private static Query query(
      Embedded samples, int i, Reason why, List<List<Neighbour>> neighbours) {
    return new Query(samples.ids()[i], label(samples, i), why, neighbours.get(i), List.of());
  }

  private static long label(Embedded samples, int i) {
    return samples.labels().map(labels -> labels[i]).orElse(-1L);
  }

  private static double goodness(long label, List<Neighbour> neighbours) {
    if (label < 0) {
      return neighbours.stream().mapToDouble(Neighbour::cosine).max().orElse(-1);
    }
    return neighbours.stream()
        .mapToDouble(
            neighbour -> neighbour.label() == label ? neighbour.cosine() : -neighbour.cosine())
        .sum();
  }
}
