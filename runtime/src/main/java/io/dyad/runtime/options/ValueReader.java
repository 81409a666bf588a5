package io.dyad.runtime.options;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.dyad.api.Spec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a value as the type that is expected at its place; the hub of the readers. */
final class ValueReader {
  private final Reports reports;
  private final RecordReader records;
  private final SpecReader specs;

  ValueReader(Parts parts, Reports reports) {
    this.reports = reports;
    this.records = new RecordReader(this, reports);
    this.specs = new SpecReader(parts, records, reports);
  }

  RecordReader records() {
    return records;
  }

  /** Returns the value, or empty after a report. */
  Optional<BoundValue> read(ConfigValue value, Place place) {
    Class<?> raw = place.raw();
    if (raw == Optional.class) {
      return read(value, place.inside(place.argument(0)))
          .map(read -> new BoundValue(Optional.of(read.value()), read.effective()));
    }
    if (raw == List.class) {
      return value instanceof ConfigList list
          ? list(list, place)
          : reports.wrong(value, place, "a list");
    }
    if (raw == Map.class) {
      return value instanceof ConfigObject object
          ? map(object, place)
          : reports.wrong(value, place, "an object { name { ... } }");
    }
    if (raw == ConfigObject.class) {
      return value instanceof ConfigObject object
          ? Optional.of(new BoundValue(object, new Effective.Leaf(object)))
          : reports.wrong(value, place, "an object { ... }");
    }
    if (raw == Spec.class) {
      return specs.read(value, place, Place.raw(place.argument(0)));
    }
    if (raw.isRecord()) {
      return value instanceof ConfigObject object
          ? records.read(object, place.path(), raw.asSubclass(Record.class), section(place))
          : reports.wrong(value, place, "an object { ... }");
    }
    return scalar(value, place, raw);
  }

  private Owner section(Place place) {
    return Owner.section(reports.shown(place.path()));
  }

  private Optional<BoundValue> scalar(ConfigValue value, Place place, Class<?> type) {
    try {
      Object read = ScalarReader.read(value, type, place.bound());
      return Optional.of(new BoundValue(read, new Effective.Leaf(value)));
    } catch (ScalarReader.Unreadable e) {
      return reports.add(value, place.path(), String.valueOf(e.getMessage()));
    }
  }

  private Optional<BoundValue> list(ConfigList list, Place place) {
    List<Object> values = new ArrayList<>();
    List<Effective> effective = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      read(list.get(i), place.element(i))
          .ifPresent(
              read -> {
                values.add(read.value());
                effective.add(read.effective());
              });
    }
    return values.size() == list.size()
        ? Optional.of(new BoundValue(List.copyOf(values), new Effective.Items(effective, list)))
        : Optional.empty();
  }

  /** In the order of the alphabet: HOCON keeps none, and a run must not depend on chance. */
  private Optional<BoundValue> map(ConfigObject object, Place place) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Effective> effective = new LinkedHashMap<>();
    ConfigObject present = RecordReader.withoutNulls(object);
    new TreeMap<>(present)
        .forEach(
            (name, value) ->
                read(value, place.entry(name))
                    .ifPresent(
                        read -> {
                          values.put(name, read.value());
                          effective.put(name, read.effective());
                        }));
    return values.size() == present.size()
        ? Optional.of(
            new BoundValue(Collections.unmodifiableMap(values), new Effective.Group(effective)))
        : Optional.empty();
  }
}
