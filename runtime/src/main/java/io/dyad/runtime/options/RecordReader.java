package io.dyad.runtime.options;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an object as a record: known keys, defaults for absent ones, then the constructor. */
final class RecordReader {
  private final ValueReader values;
  private final Reports reports;

  RecordReader(ValueReader values, Reports reports) {
    this.values = values;
    this.reports = reports;
  }

  /** Returns the record, or empty after reports. */
  Optional<BoundValue> read(
      ConfigObject written, String path, Class<? extends Record> type, Owner owner) {
    unknownKeys(written, path, type, owner);
    ConfigObject object = withoutNulls(written);
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    Map<String, Effective> effective = new LinkedHashMap<>();
    boolean complete = true;
    for (int i = 0; i < components.length; i++) {
      Optional<BoundValue> read = component(components[i], object, path);
      complete &= read.isPresent();
      if (read.isPresent()) {
        arguments[i] = read.get().value();
        effective.put(Kebab.name(components[i].getName()), read.get().effective());
      }
    }
    if (!complete) {
      return Optional.empty();
    }
    return new RecordMaker(reports)
        .make(type, arguments, written, path)
        .map(made -> new BoundValue(made, new Effective.Group(effective)));
  }

  /** A key set to null is as good as absent: that is how an include is undone. */
  static ConfigObject withoutNulls(ConfigObject object) {
    ConfigObject result = object;
    for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
      if (entry.getValue().valueType() == ConfigValueType.NULL) {
        result = result.withoutKey(entry.getKey());
      }
    }
    return result;
  }

  private void unknownKeys(
      ConfigObject object, String path, Class<? extends Record> type, Owner owner) {
    List<String> known = new ArrayList<>(OptionsDoc.names(type));
    if (path.isEmpty()) {
      known.addAll(reports.aliases().names());
    }
    object.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            reports.add(
                value,
                Place.join(path, key),
                "is not an option of " + owner.sentence() + Nearest.question(key, known));
            reports.problems().addOptions(owner.title(), known);
          }
        });
  }

  private Optional<BoundValue> component(
      RecordComponent component, ConfigObject object, String path) {
    String key = Kebab.name(component.getName());
    Optional<Interval> bound =
        Optional.ofNullable(component.getAnnotation(Bound.class))
            .map(annotation -> Interval.parse(annotation.value()));
    Place place = new Place(Place.join(path, key), key, component.getGenericType(), bound);
    ConfigValue value = object.get(key);
    Default fallback = component.getAnnotation(Default.class);
    if (value != null) {
      return values.read(value, place);
    }
    if (fallback != null) {
      return byDefault(fallback.value(), place);
    }
    if (component.getType() == Optional.class) {
      return Optional.of(new BoundValue(Optional.empty(), Effective.ABSENT));
    }
    Doc doc = component.getAnnotation(Doc.class);
    return reports.add(
        object.origin(), place.path(), "is missing" + (doc == null ? "" : ": " + doc.value()));
  }

  private Optional<BoundValue> byDefault(String hocon, Place place) {
    String origin = Where.DEFAULT + place.path();
    ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription(origin);
    ConfigValue value;
    try {
      value = ConfigFactory.parseString("value = " + hocon, options).getValue("value");
    } catch (ConfigException e) {
      reports.problems().add(origin, "is no HOCON: " + hocon);
      return Optional.empty();
    }
    return values.read(value, place);
  }
}
