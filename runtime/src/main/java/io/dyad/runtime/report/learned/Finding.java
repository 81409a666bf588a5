package io.dyad.runtime.report.learned;

import io.dyad.api.DyadException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of a report, or why it is not there.
 *
 * @param value if it is there
 * @param reason for a person, if it is not
 * @param <T> the part
 */
public record Finding<T>(Optional<T> value, String reason) {
  private static final Logger LOG = LoggerFactory.getLogger(Finding.class);

  /** Returns what is not there. */
  public static <T> Finding<T> missing(String reason) {
    return new Finding<>(Optional.empty(), reason);
  }

  /** Makes a part; whatever goes wrong is the reason why it is not there. */
  static <T> Finding<T> of(Supplier<T> maker) {
    try {
      return new Finding<>(Optional.of(maker.get()), "");
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("a part of the report cannot be made", e);
      return missing(reason(e));
    }
  }

  /** Returns what a failure says to a person. */
  static String reason(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return failure instanceof DyadException
        ? message
        : failure.getClass().getSimpleName() + ": " + message;
  }

  /** Makes a part of this one, if it is there. */
  <U> Finding<U> then(Function<T, U> maker) {
    return value.map(part -> Finding.of(() -> maker.apply(part))).orElseGet(() -> missing(reason));
  }
}
