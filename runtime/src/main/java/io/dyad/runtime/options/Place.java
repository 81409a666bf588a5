package io.dyad.runtime.options;

import com.typesafe.config.ConfigUtil;
import io.dyad.api.PluginException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * What is expected where.
 *
 * @param path the place in the configuration, keys with dots quoted
 * @param key the last key of the path, without quotes
 * @param type the Java type
 * @param bound the interval of numbers
 * @param inMap whether the key was chosen by the user, so that it may name a part
 */
record Place(String path, String key, Type type, Optional<Interval> bound, boolean inMap) {
  Place(String path, String key, Type type, Optional<Interval> bound) {
    this(path, key, type, bound, false);
  }

  /** Returns the path of a key inside an object. */
  static String join(String path, String key) {
    String last = ConfigUtil.joinPath(key);
    return path.isEmpty() ? last : path + "." + last;
  }

  /** Returns the n-th type argument, such as Loss of a {@code Spec<Loss>}. */
  Type argument(int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  /** Returns the class, without type arguments. */
  Class<?> raw() {
    return raw(type);
  }

  static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    throw new PluginException("options cannot be of type " + type.getTypeName());
  }

  Place inside(Type inner) {
    return new Place(path, key, inner, bound, inMap);
  }

  Place entry(String name) {
    return new Place(join(path, name), name, argument(1), bound, true);
  }

  Place element(int index) {
    return new Place(path + "[" + index + "]", key, argument(0), bound);
  }
}
