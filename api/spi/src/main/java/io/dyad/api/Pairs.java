package io.dyad.api;

import ai.djl.ndarray.NDArray;
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

  private Pairs(List<Contrast> contrasts, Map<String, NDArray> notes) {
    this.contrasts = contrasts;
    this.notes = notes;
  }

  /** Returns pairs of one or more contrasts. */
  public static Pairs of(Contrast... contrasts) {
    return new Pairs(List.of(contrasts), Map.of());
  }

  /** Returns pairs of contrasts. */
  public static Pairs of(List<Contrast> contrasts) {
    return new Pairs(List.copyOf(contrasts), Map.of());
  }

  /** Returns a copy with one more note. */
  public Pairs note(String name, NDArray value) {
    Map<String, NDArray> copy = new LinkedHashMap<>(notes);
    copy.put(name, value);
    return new Pairs(contrasts, copy);
  }

  /** Returns the contrasts. */
  public List<Contrast> contrasts() {
    return contrasts;
  }

  /** Returns a note, if there is one of that name. */
  public Optional<NDArray> note(String name) {
    return Optional.ofNullable(notes.get(name));
  }
}
