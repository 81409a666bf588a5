package io.dyad.runtime.options;

import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;

/** What was bound, defaults included, in the order of the records, each value with its origin. */
public sealed interface Effective {
  /** An option that was left out and has no default. */
  Effective ABSENT = new Absent();

  /** Options by name. */
  record Group(Map<String, Effective> entries) implements Effective {}

  /** The elements of a list. */
  record Items(List<Effective> elements, ConfigValue written) implements Effective {}

  /** One value. */
  record Leaf(ConfigValue value) implements Effective {}

  /** Nothing. */
  record Absent() implements Effective {}
}
