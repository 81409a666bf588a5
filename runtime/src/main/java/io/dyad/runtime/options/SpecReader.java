package io.dyad.runtime.options;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import io.dyad.api.PluginException;
import io.dyad.api.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a part: finds its provider by name and binds the options beside the name. */
final class SpecReader {
  private static final String USE = "use";

  private final Parts parts;
  private final RecordReader records;
  private final Reports reports;

  SpecReader(Parts parts, RecordReader records, Reports reports) {
    this.parts = parts;
    this.records = records;
    this.reports = reports;
  }

  /** Returns a {@link ResolvedSpec}, or empty after reports. */
  Optional<BoundValue> read(ConfigValue value, Place place, Class<?> part) {
    if (value.valueType() == ConfigValueType.STRING) {
      ConfigObject none = ConfigFactory.empty().root().withOrigin(value.origin());
      return named(value, none, place, part);
    }
    if (!(value instanceof ConfigObject object)) {
      return reports.wrong(value, place, Parts.oneOf(part) + ": a name, or { use = name }");
    }
    ConfigValue name = object.get(USE);
    if (name == null) {
      if (!place.inMap()) {
        return reports.add(
            object, place.path(), "does not say which " + Parts.word(part) + "; add use = NAME");
      }
      name = ConfigValueFactory.fromAnyRef(place.key()).withOrigin(object.origin());
    }
    if (name.valueType() != ConfigValueType.STRING) {
      return reports.wrong(
          name,
          new Place(Place.join(place.path(), USE), USE, String.class, Optional.empty()),
          "a name");
    }
    return named(name, object.withoutKey(USE), place, part);
  }

  private Optional<BoundValue> named(
      ConfigValue name, ConfigObject options, Place place, Class<?> part) {
    Provider<?, ?> provider;
    try {
      provider = parts.find(part, String.valueOf(name.unwrapped()));
    } catch (PluginException e) {
      if (e instanceof BrokenPartException) {
        reports.problems().blamePlugin();
      }
      return reports.quote(name, place.path(), String.valueOf(e.getMessage()));
    }
    return bind(provider, name, options, place, part);
  }

  private <T, O extends Record> Optional<BoundValue> bind(
      Provider<T, O> provider, ConfigValue name, ConfigObject options, Place place, Class<?> part) {
    Class<O> type = provider.options();
    return records
        .read(options, place.path(), type, Owner.part(part, provider.name()))
        .map(
            bound ->
                new BoundValue(
                    ResolvedSpec.of(
                        provider, type.cast(bound.value()), place.path(), Where.of(name)),
                    withName(name, bound.effective())));
  }

  private static Effective withName(ConfigValue name, Effective options) {
    Map<String, Effective> entries = new LinkedHashMap<>();
    entries.put(USE, new Effective.Leaf(name));
    if (options instanceof Effective.Group group) {
      entries.putAll(group.entries());
    }
    return new Effective.Group(entries);
  }
}
