package io.dyad.runtime.options;

import com.typesafe.config.ConfigUtil;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says where the values of a bound configuration were written, long after binding: for mistakes
 * that show when parts are made.
 *
 * @param root everything that was bound
 */
public record Origins(Effective.Group root) {
  /**
   * Returns where a value was written, as {@code file:line}, or of which option it is the default;
   * of a block the place of its first value that somebody wrote, and of what is not there that of
   * the block around it.
   */
  public String of(String path) {
    Effective nearest = root;
    Optional<String> place = Optional.empty();
    for (String key : ConfigUtil.splitPath(path)) {
      Optional<Effective> next = child(nearest, key);
      if (next.isEmpty()) {
        break;
      }
      nearest = next.get();
      Optional<String> inner = place(nearest);
      place = inner.isPresent() ? inner : place;
    }
    return place.orElse(Where.DEFAULT + path);
  }

  /**
   * Returns where a value was written, as {@code file:line}; empty if it is absent or a default.
   */
  public Optional<String> written(String path) {
    Optional<Effective> found = Optional.of(root);
    for (String key : ConfigUtil.splitPath(path)) {
      found = found.flatMap(block -> child(block, key));
    }
    return found.flatMap(Origins::place).filter(Origins::isWritten);
  }

  private static Optional<Effective> child(Effective block, String key) {
    return block instanceof Effective.Group group
        ? Optional.ofNullable(group.entries().get(key))
        : Optional.empty();
  }

  private static Optional<String> place(Effective value) {
    return places(value).filter(Origins::isWritten).findFirst().or(() -> places(value).findFirst());
  }

  private static Stream<String> places(Effective value) {
    if (value instanceof Effective.Leaf leaf) {
      return Stream.of(Where.of(leaf.value()));
    }
    if (value instanceof Effective.Items items) {
      return Stream.of(Where.of(items.written()));
    }
    return value instanceof Effective.Group group
        ? group.entries().values().stream().flatMap(Origins::places)
        : Stream.empty();
  }

  private static boolean isWritten(String place) {
    return !place.startsWith(Where.DEFAULT);
  }
}
