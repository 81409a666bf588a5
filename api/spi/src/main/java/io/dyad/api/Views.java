package io.dyad.api;

import ai.djl.ndarray.NDArray;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The views of one batch, in a meaningful order, with arrays that belong to several of them (point
 * correspondences, drawn edges).
 *
 * @since 0.1
 */
@Stable
public final class Views {
  private final List<TaggedView> all;
  private final Map<String, NDArray> shared;

  private Views(List<TaggedView> all, Map<String, NDArray> shared) {
    this.all = all;
    this.shared = shared;
  }

  /**
   * Returns views in order.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static Views of(List<TaggedView> all) {
    Set<String> names = new HashSet<>();
    for (TaggedView view : all) {
      if (!names.add(view.name())) {
        throw new IllegalArgumentException("two views are called \"" + view.name() + "\"");
      }
    }
    return new Views(List.copyOf(all), Map.of());
  }

  /** Returns a copy with these shared arrays. */
  public Views withShared(Map<String, NDArray> arrays) {
    return new Views(all, Map.copyOf(arrays));
  }

  /** Returns all views in order. */
  public List<TaggedView> all() {
    return all;
  }

  /** Returns the views that carry a tag, in order. */
  public List<TaggedView> tagged(String tag) {
    return all.stream().filter(view -> view.tags().contains(tag)).toList();
  }

  /**
   * Returns a view by name.
   *
   * @throws ConfigurationException if there is none; the message lists the names
   */
  public TaggedView get(String name) {
    return all.stream()
        .filter(view -> view.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "there is no view \""
                        + name
                        + "\"; the view generator makes "
                        + all.stream().map(TaggedView::name).toList()));
  }

  /**
   * Returns a shared array by name.
   *
   * @throws ConfigurationException if there is none; the message lists the names
   */
  public NDArray shared(String name) {
    NDArray array = shared.get(name);
    if (array == null) {
      throw new ConfigurationException(
          "the views share no \"" + name + "\"; they share " + shared.keySet());
    }
    return array;
  }
}
