package io.dyad.graph.pot;

import io.dyad.api.Bound;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Doc;
import java.util.List;

/**
 * How edges are dropped: what the view generator says of it.
 *
 * @param rates at which edges are dropped, one a view
 */
public record EdgeDropOptions(
    @Doc("rate at which edges are dropped in each of the two views, as views.edge-drop")
        @Bound("[0, 1]")
        List<Double> rates) {

  /** Fails unless there are two views. */
  void requireTwo(String part) {
    if (rates.size() != 2) {
      throw new ConfigurationException(
          "%s.drops.rates: compactness is that of two views, got %d rates; give one for each view"
              .formatted(part, rates.size()));
    }
  }
}
