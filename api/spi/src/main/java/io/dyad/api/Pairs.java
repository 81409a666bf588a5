package io.dyad.api;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pair sampler decided: contrasts, and notes for the loss (cluster ids, gate inputs).
 *
 * @since 0.1
 */
@Stable
public final class Pairs {
  private final List<Contrast> contrasts;
  private final Map<String, NDArray> notes;
  private final Map<String, NDArray> observations;

  private Pairs(
      List<Contrast> contrasts, Map<String, NDArray> notes, Map<String, NDArray> observations) {
    this.contrasts = contrasts;
    this.notes = notes;
    this.observations = observations;
  }

  /** Returns pairs of one or more contrasts. */
  public static Pairs of(Contrast... contrasts) {
    return new Pairs(List.of(contrasts), Map.of(), Map.of());
  }

  /** Returns pairs of contrasts. */
  public static Pairs of(List<Contrast> contrasts) {
    return new Pairs(List.copyOf(contrasts), Map.of(), Map.of());
  }

  /** Returns a copy with one more note. */
  public Pairs note(String name, NDArray value) {
    return new Pairs(contrasts, plus(notes, name, value), observations);
  }

  /**
   * Returns a copy with an observation that is logged under the term of the pairs, as those of a
   * loss are; detached here.
   *
   * @param value a scalar
   */
  public Pairs observe(String name, NDArray value) {
    return new Pairs(contrasts, notes, plus(observations, name, value.stopGradient()));
  }

  /** Returns the contrasts. */
  public List<Contrast> contrasts() {
    return contrasts;
  }

  /** Returns a note, if there is one of that name. */
  public Optional<NDArray> note(String name) {
    return Optional.ofNullable(notes.get(name));
  }

  /** Returns what is logged by name. */
  public Map<String, NDArray> observations() {
    return observations;
  }

  private static Map<String, NDArray> plus(Map<String, NDArray> map, String name, NDArray value) {
    Map<String, NDArray> copy = new LinkedHashMap<>(map);
    copy.put(name, value);
    return Collections.unmodifiableMap(copy);
  }
}
