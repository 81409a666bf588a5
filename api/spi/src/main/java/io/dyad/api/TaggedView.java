package io.dyad.api;

import java.util.Set;

/**
 * A view with its name, its tags and the targets that go with it (labels may change, masks move
 * along with the picture).
 *
 * @since 0.1
 */
@Stable
public final class TaggedView {
  private final String name;
  private final View view;
  private final Targets targets;
  private final Set<String> tags;

  private TaggedView(String name, View view, Targets targets, Set<String> tags) {
    this.name = name;
    this.view = view;
    this.targets = targets;
    this.tags = tags;
  }

  /**
   * Returns a tagged view.
   *
   * @param name unique within its {@link Views}, such as {@code view-1}
   * @param targets the targets of this view, row by row
   * @param tags its roles, such as {@code global}, {@code local}, {@code strong}
   */
  public static TaggedView of(String name, View view, Targets targets, String... tags) {
    return new TaggedView(name, view, targets, Set.of(tags));
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the view. */
  public View view() {
    return view;
  }

  /** Returns the targets of this view. */
  public Targets targets() {
    return targets;
  }

  /** Returns the tags. */
  public Set<String> tags() {
    return tags;
  }
}
