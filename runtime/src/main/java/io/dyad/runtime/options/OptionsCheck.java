package io.dyad.runtime.options;

import com.typesafe.config.ConfigFactory;
import io.dyad.api.Doc;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Looks at a record of options before anybody configures it. */
public final class OptionsCheck {
  private OptionsCheck() {}

  /** Returns components without a line for users, and defaults that do not bind. */
  public static List<Problem> of(Class<? extends Record> type, Parts parts) {
    List<Problem> found = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Doc doc = component.getAnnotation(Doc.class);
      if (doc == null || doc.value().isBlank()) {
        found.add(new Problem(Kebab.name(component.getName()), "has no @Doc"));
      }
    }
    Problems problems = new Problems();
    try {
      OptionsDoc.of(type);
      new OptionsBinder(parts, problems).bind(type, ConfigFactory.empty());
    } catch (RuntimeException e) {
      found.add(new Problem("its annotations", "cannot be read: " + e.getMessage()));
    }
    problems.all().stream()
        .filter(problem -> problem.where().startsWith(Where.DEFAULT))
        .forEach(found::add);
    return found;
  }
}
