package io.dyad.api;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Trainable arrays by group and name, in a fixed order. Groups carry their own learning rates and
 * can be frozen; a plain part puts everything in {@link #MAIN}.
 *
 * @since 0.1
 */
@Stable
public final class Parameters {
  /** The group of parts that do not divide their parameters. */
  public static final String MAIN = "main";

  /** No parameters. */
  public static final Parameters NONE = new Parameters(new LinkedHashMap<>());

  private final Map<String, Map<String, NDArray>> groups;

  private Parameters(Map<String, Map<String, NDArray>> groups) {
    this.groups = groups;
  }

  /** Returns these parameters, in their order, as group {@link #MAIN}. */
  public static Parameters of(Map<String, NDArray> parameters) {
    return NONE.with(MAIN, parameters);
  }

  /** Returns a copy with one more group; a group of that name is replaced. */
  public Parameters with(String group, Map<String, NDArray> parameters) {
    Map<String, Map<String, NDArray>> copy = new LinkedHashMap<>(groups);
    copy.put(group, Collections.unmodifiableMap(new LinkedHashMap<>(parameters)));
    return new Parameters(copy);
  }

  /** Returns the groups in order, each with its arrays by name. */
  public Map<String, Map<String, NDArray>> groups() {
    return Collections.unmodifiableMap(groups);
  }

  /** Returns how many numbers are trained. */
  public long count() {
    return groups.values().stream()
        .flatMap(group -> group.values().stream())
        .mapToLong(NDArray::size)
        .sum();
  }
}
