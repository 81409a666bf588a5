package io.dyad.runtime.options;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.dyad.api.DyadException;
import io.dyad.api.PluginException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/** Calls the constructor of a record, and reports what it objects to. */
record RecordMaker(Reports reports) {
  Optional<Object> make(
      Class<? extends Record> type, Object[] arguments, ConfigObject object, String path) {
    try {
      Constructor<? extends Record> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(arguments));
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IllegalArgumentException || cause instanceof DyadException) {
        return objection(type, String.valueOf(cause.getMessage()), object, path);
      }
      throw new PluginException(type.getName() + " cannot be made: " + cause, e);
    } catch (ReflectiveOperationException e) {
      throw new PluginException(type.getName() + " cannot be made: " + e, e);
    }
  }

  /** An objection that starts with the name of an option is reported at that option. */
  private Optional<Object> objection(
      Class<? extends Record> type, String message, ConfigObject object, String path) {
    for (RecordComponent component : type.getRecordComponents()) {
      String key = Kebab.name(component.getName());
      for (String name : new String[] {component.getName(), key}) {
        if (message.startsWith(name + " ")) {
          ConfigValue value = object.getOrDefault(key, object);
          return reports.add(
              value, Place.join(path, key), message.substring(name.length()).strip());
        }
      }
    }
    return reports.quote(object, path, message);
  }
}
