package io.dyad.runtime.options;

import io.dyad.api.Spec;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns bound options into plain values, for files that keep them. */
public final class OptionValues {
  private OptionValues() {}

  /** Returns all options of a record by the names a configuration has for them. */
  public static Map<String, Object> of(Record options) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : options.getClass().getRecordComponents()) {
      values.put(Kebab.name(component.getName()), plain(read(component, options)));
    }
    return values;
  }

  private static Object plain(Object value) {
    if (value instanceof Enum<?> constant) {
      return Kebab.constant(constant);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(OptionValues::plain).orElse("");
    }
    if (value instanceof Record nested) {
      return of(nested);
    }
    if (value instanceof Spec<?> spec) {
      return spec.provider();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(OptionValues::plain).toList();
    }
    return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
  }

  private static Object read(RecordComponent component, Record options) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(options);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an option of " + options + " cannot be read", e);
    }
  }
}
