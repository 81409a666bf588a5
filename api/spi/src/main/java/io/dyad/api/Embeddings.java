package io.dyad.api;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an encoder made of a view: named arrays of any rank, the first axis over the rows of the
 * view. One vector a sample is (N, D), several heads (N, heads, D), a map (N, C, H, W), the points
 * of a ragged view (points, D), scores of samples against each other (N, N).
 *
 * @since 0.1
 */
@Stable
public final class Embeddings {
  /** The output that is evaluated and exported: shape (N, D) for one vector a sample. */
  public static final String REPRESENTATION = "representation";

  /** The output of a projector head, where losses usually work. */
  public static final String PROJECTION = "projection";

  /** The output of a predictor head. */
  public static final String PREDICTION = "prediction";

  private final Map<String, NDArray> named;

  private Embeddings(Map<String, NDArray> named) {
    this.named = named;
  }

  /** Returns embeddings that hold a representation. */
  public static Embeddings of(NDArray representation) {
    return new Embeddings(Map.of(REPRESENTATION, representation));
  }

  /** Returns a copy with one more output; an output of that name is replaced. */
  public Embeddings with(String name, NDArray value) {
    Map<String, NDArray> copy = new LinkedHashMap<>(named);
    copy.put(name, value);
    return new Embeddings(copy);
  }

  /** Returns the names of the outputs. */
  public Set<String> names() {
    return Collections.unmodifiableSet(named.keySet());
  }

  /**
   * Returns an output.
   *
   * @throws ConfigurationException if there is none of that name; the message lists the names
   */
  public NDArray get(String name) {
    NDArray array = named.get(name);
    if (array == null) {
      throw new ConfigurationException(
          "there is no output \"" + name + "\"; the network has " + named.keySet());
    }
    return array;
  }
}
