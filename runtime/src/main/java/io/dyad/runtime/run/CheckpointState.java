package io.dyad.runtime.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where training stood, beside its tensors.
 *
 * @param formatVersion of the checkpoint's layout
 * @param step steps done
 * @param epoch the epoch that goes on
 * @param batchIndex the next batch within that epoch
 * @param stage the procedure's stage that goes on
 * @param extra what components keep: strings, booleans, whole numbers, finite numbers, lists and
 *     maps of those; read back with whole numbers as {@code Long} and others as {@code Double}
 */
public record CheckpointState(
    int formatVersion,
    long step,
    long epoch,
    long batchIndex,
    String stage,
    Map<String, Object> extra) {
  /** The layout that is written. */
  public static final int FORMAT_VERSION = 1;

  /** Copies {@code extra} in the form it will be read back in. */
  public CheckpointState {
    if (step < 0 || epoch < 0 || batchIndex < 0) {
      throw new IllegalArgumentException(
          "step, epoch and batchIndex count from 0; got %d, %d, %d"
              .formatted(step, epoch, batchIndex));
    }
    Objects.requireNonNull(stage, "stage");
    extra = map(extra);
  }

  /** Returns a state in the layout that is written. */
  public static CheckpointState of(
      long step, long epoch, long batchIndex, String stage, Map<String, Object> extra) {
    return new CheckpointState(FORMAT_VERSION, step, epoch, batchIndex, stage, extra);
  }

  private static Map<String, Object> map(Map<?, ?> values) {
    Map<String, Object> copy = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> copy.put(String.valueOf(key), plain(String.valueOf(key), value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object plain(String key, Object value) {
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float || value instanceof Double) {
      double number = ((Number) value).doubleValue();
      if (Double.isFinite(number)) {
        return number;
      }
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> plain(key, item)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    throw new IllegalArgumentException(
        "\"%s\" cannot be kept in a checkpoint as JSON: %s".formatted(key, value));
  }
}
