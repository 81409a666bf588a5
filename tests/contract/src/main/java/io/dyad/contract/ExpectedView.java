package io.dyad.contract;

import ai.djl.ndarray.types.Shape;
import java.util.Set;

/**
 * A view that a generator is declared to make.
 *
 * @param name unique among the views
 * @param sample the shape of one sample in its first array
 * @param tags its roles
 */
public record ExpectedView(String name, Shape sample, Set<String> tags) {
  /** Copies the tags. */
  public ExpectedView {
    tags = Set.copyOf(tags);
  }

  /** Returns an expected view. */
  public static ExpectedView of(String name, Shape sample, String... tags) {
    return new ExpectedView(name, sample, Set.of(tags));
  }
}
