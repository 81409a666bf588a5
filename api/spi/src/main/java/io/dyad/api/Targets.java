package io.dyad.api;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about the samples of a batch or a view, by name: labels, masks, group ids, domain
 * flags, lengths. Row i belongs to sample i, or, where the samples of a view are ragged, to element
 * i of the view (the segment of a point).
 *
 * @since 0.1
 */
@Stable
public final class Targets {
  /** The class of a sample: int64, shape (N); -1 where it is unknown. */
  public static final String LABEL = "label";

  /** Nothing is known. */
  public static final Targets NONE = new Targets(Map.of());

  private final Map<String, NDArray> named;

  private Targets(Map<String, NDArray> named) {
    this.named = named;
  }

  /** Returns targets that hold one value. */
  public static Targets of(String name, NDArray value) {
    return NONE.with(name, value);
  }

  /** Returns a copy with one more value; a value of that name is replaced. */
  public Targets with(String name, NDArray value) {
    Map<String, NDArray> copy = new LinkedHashMap<>(named);
    copy.put(name, value);
    return new Targets(copy);
  }

  /** Returns the names. */
  public Set<String> names() {
    return Collections.unmodifiableSet(named.keySet());
  }

  /** Returns a value, if it is there. */
  public Optional<NDArray> find(String name) {
    return Optional.ofNullable(named.get(name));
  }

  /**
   * Returns a value.
   *
   * @throws DataException if it is not there; the message lists what is
   */
  public NDArray get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new DataException(
                    "the data has no target \"" + name + "\"; it has " + named.keySet()));
  }
}
