package io.dyad.runtime.training;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Options of the {@code alternating} procedure. */
public record AlternatingOptions(
    @Doc("phases of a step, in their order; one may come more than once") List<String> order,
    @Doc("once: networks that did not move are encoded once a step; anew: for every update")
        @Default("once")
        EncodeOption encode,
    @Doc("how often phases get their turn, by name; absent: once in every step") @Default("{}")
        Map<String, TurnOptions> turns) {

  /** Checks that the names fit together. */
  public AlternatingOptions {
    if (order.isEmpty()) {
      throw new IllegalArgumentException("order must name a phase or more, got []");
    }
    for (String phase : turns.keySet()) {
      if (!new HashSet<>(order).contains(phase)) {
        throw new IllegalArgumentException(
            "turns names \"%s\", which order does not: %s".formatted(phase, order));
      }
    }
  }

  /** Returns how often a phase gets its turn. */
  TurnOptions turn(String phase) {
    return turns.getOrDefault(phase, TurnOptions.ALWAYS);
  }
}
