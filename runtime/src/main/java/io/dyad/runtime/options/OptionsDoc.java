package io.dyad.runtime.options;

import com.typesafe.config.ConfigObject;
import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Spec;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the options of a record for people. */
public final class OptionsDoc {
  private OptionsDoc() {}

  /** Returns the options in the order of the record. */
  public static List<OptionDoc> of(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(OptionsDoc::option).toList();
  }

  private static OptionDoc option(RecordComponent component) {
    Optional<String> fallback =
        Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
    return new OptionDoc(
        Kebab.name(component.getName()),
        word(component.getGenericType()),
        fallback.orElse(""),
        Optional.ofNullable(component.getAnnotation(Bound.class)).map(Bound::value).orElse(""),
        Optional.ofNullable(component.getAnnotation(Doc.class)).map(Doc::value).orElse(""),
        fallback.isEmpty() && component.getType() != Optional.class);
  }

  private static String word(Type type) {
    Class<?> raw = Place.raw(type);
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      if (raw == List.class) {
        return "list of " + word(arguments[0]);
      }
      if (raw == Map.class) {
        return "map of " + word(arguments[1]);
      }
      return raw == Spec.class ? Parts.word(Place.raw(arguments[0])) : word(arguments[0]);
    }
    if (raw.isEnum()) {
      return String.join(" | ", ScalarReader.constants(raw));
    }
    if (raw.isRecord()) {
      return "{ " + String.join(", ", OptionsDoc.names(raw.asSubclass(Record.class))) + " }";
    }
    return simple(raw);
  }

  private static String simple(Class<?> raw) {
    if (raw == boolean.class || raw == Boolean.class) {
      return "true | false";
    }
    if (raw == String.class) {
      return "string";
    }
    if (raw == Path.class) {
      return "path";
    }
    if (raw == ConfigObject.class) {
      return "configuration";
    }
    boolean fraction =
        raw == double.class || raw == Double.class || raw == float.class || raw == Float.class;
    return fraction ? "number" : "integer";
  }

  /** Returns the names of the options. */
  static List<String> names(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(component -> Kebab.name(component.getName()))
        .toList();
  }
}
