package io.dyad.runtime.bench.profile;

import java.util.Comparator;

/**
 * What an operator costs in a step, without the operators it calls.
 *
 * @param name such as {@code aten::mm}
 * @param kind what it is counted as
 * @param calls in a step
 * @param seconds in a step
 */
public record OperatorTime(String name, OperatorKind kind, double calls, double seconds)
    implements Comparable<OperatorTime> {
  private static final Comparator<OperatorTime> LONGEST_FIRST =
      Comparator.comparingDouble(OperatorTime::seconds)
          .reversed()
          .thenComparing(OperatorTime::name)
          .thenComparing(OperatorTime::kind);

  @Override
  public int compareTo(OperatorTime other) {
    return LONGEST_FIRST.compare(this, other);
  }
}
