package io.dyad.runtime.options;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.Optional;

/** Words the mistakes that the readers find. */
record Reports(Problems problems, Aliases aliases) {
  /** Returns a path as the user wrote it. */
  String shown(String path) {
    return aliases.shown(path);
  }

  /** Reports {@code PATH MESSAGE} at a value, and returns nothing for the reader to return. */
  <T> Optional<T> add(ConfigValue value, String path, String message) {
    return add(value.origin(), path, message);
  }

  <T> Optional<T> add(ConfigOrigin origin, String path, String message) {
    problems.add(Where.of(origin), (shown(path) + " " + message).stripLeading());
    return Optional.empty();
  }

  /** Reports {@code PATH: MESSAGE} at a value, for messages that are sentences of their own. */
  <T> Optional<T> quote(ConfigValue value, String path, String message) {
    problems.add(Where.of(value), (path.isEmpty() ? "" : shown(path) + ": ") + message);
    return Optional.empty();
  }

  /** Reports that a value is of another type. */
  <T> Optional<T> wrong(ConfigValue value, Place place, String expected) {
    return add(value, place.path(), "must be " + expected + ", got " + ScalarReader.shown(value));
  }
}
