package io.dyad.runtime.bench.profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up the time that each operator took itself, without the operators it called. What an
 * operator of {@link OperatorKind#OPTIMIZER} calls is of that kind, too.
 */
final class SelfTimes {
  private final Map<Key, Sum> sums = new HashMap<>();

  private record Key(String name, OperatorKind kind) {}

  private static final class Sum {
    private long calls;
    private double microseconds;
  }

  private record Open(TraceEvent event, Sum sum, OperatorKind kind) {}

  /**
   * Adds the events of a thread, given in the order in which they ended. Read backwards, each comes
   * after the event that called it.
   */
  void add(List<TraceEvent> ended) {
    Deque<Open> callers = new ArrayDeque<>();
    List<TraceEvent> events = new ArrayList<>(ended);
    for (int i = events.size() - 1; i >= 0; i--) {
      TraceEvent event = events.get(i);
      while (!callers.isEmpty() && callers.peek().event().start() > event.start()) {
        callers.pop();
      }
      Open caller = callers.peek();
      if (caller != null) {
        caller.sum().microseconds -= event.duration();
      }
      OperatorKind kind =
          caller != null && caller.kind() == OperatorKind.OPTIMIZER
              ? OperatorKind.OPTIMIZER
              : OperatorKind.of(event.name());
      Sum sum = sums.computeIfAbsent(new Key(event.name(), kind), key -> new Sum());
      sum.calls++;
      sum.microseconds += event.duration();
      callers.push(new Open(event, sum, kind));
    }
  }

  /** Returns calls and seconds of a step, the longest first. */
  List<OperatorTime> perStep(int steps) {
    return sums.entrySet().stream()
        .map(
            entry ->
                new OperatorTime(
                    entry.getKey().name(),
                    entry.getKey().kind(),
                    (double) entry.getValue().calls / steps,
                    entry.getValue().microseconds / 1e6 / steps))
        .sorted()
        .toList();
  }
}
