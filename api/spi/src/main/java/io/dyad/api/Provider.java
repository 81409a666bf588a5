package io.dyad.api;

/**
 * Describes one part that a plugin offers and makes it on demand.
 *
 * <p>Providers are found by {@link java.util.ServiceLoader}; a plugin lists its classes under
 * {@code META-INF/services/} and the name of the narrower interface ({@link LossProvider}, {@link
 * EncoderProvider}, ...). A provider must have a public constructor without arguments that does
 * nothing, and be cheap to ask: only {@link #create} works.
 *
 * @param <T> the part
 * @param <O> the options of the part: a public record, each component annotated with {@link Doc}
 *     and, where they apply, {@link Default} and {@link Bound}
 * @since 0.1
 */
@Stable
public interface Provider<T, O extends Record> {
  /** Returns the name used in configurations: lower-case-kebab, unique within its SPI, for ever. */
  String name();

  /** Returns one line for listings: what the part does, without a full stop. */
  String summary();

  /** Returns the paper or standard the part follows, or an empty string. */
  default String source() {
    return "";
  }

  /** Returns the record that the configuration is bound to. */
  Class<O> options();

  /**
   * Makes the part.
   *
   * @param options the bound options, every bound already checked
   * @param setup what the part may use; parts made from it share its device and data type
   * @return a new part, owned by the caller
   * @throws ConfigurationException if options contradict each other
   */
  T create(O options, Setup setup);
}
