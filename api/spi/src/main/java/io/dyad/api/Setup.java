package io.dyad.api;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/**
 * What a part may use while it is being made.
 *
 * @since 0.1
 */
@Stable
public interface Setup {
  /** Returns the place of the part in the configuration, such as {@code objective.main.loss}. */
  String name();

  /** Returns the device that parameters and state must live on. */
  Device device();

  /** Returns the data type of parameters: float32, or float64 in numeric checks. */
  DataType dataType();

  /**
   * Returns the data type in which an encoder should compute its large products: that of {@link
   * #dataType}, or bfloat16 where the run asks for {@code precision = bf16}. A part that looks at
   * it casts inside its kernel; parameters, state, statistics and what it returns stay in {@link
   * #dataType}. DJL cannot hold an array of bfloat16. An encoder may ignore it.
   */
  default DataType computeType() {
    return dataType();
  }

  /** Returns the manager that owns parameters and state, closed after the part. */
  NDManager manager();

  /** Returns the compiler of kernels. */
  Kernels kernels();

  /** Returns the random source for initial values, seeded from the run's seed and {@link #name}. */
  Draws draws();

  /**
   * Makes a nested part. Its parameters, state and lifecycle are looked after by the caller of this
   * part, not by this part.
   *
   * @param nested the value of an option
   * @param name how the nested part is called in checkpoints and messages, unique within this part
   */
  <T> T create(Spec<T> nested, String name);

  /**
   * Makes a nested encoder that will be given another kind of view than this part: one head of
   * several, an encoder behind an encoder. Otherwise as {@link #create(Spec, String)}.
   *
   * @param example a small view of the kind the nested part will be given
   * @throws UnsupportedOperationException if this setup cannot; that of the runtime can
   */
  default <T> T create(Spec<T> nested, String name, View example) {
    throw new UnsupportedOperationException(
        name() + " cannot make " + name + " for another kind of view");
  }

  /**
   * Returns a named network, for parts that call one themselves: a loss that asks a critic, a
   * generator that reads a frozen text network. It may be applied once training starts, not yet
   * while parts are being made.
   *
   * @throws ConfigurationException if the experiment has none of that name; the message lists them
   */
  Network network(String name);

  /**
   * Returns a named bank of rows kept over steps.
   *
   * @throws ConfigurationException if the experiment has none of that name; the message lists them
   */
  Bank bank(String name);

  /**
   * Returns a small view of the kind the part will be given, from which an encoder reads the sizes
   * of its parameters. Present for encoders and heads, empty for other parts.
   */
  Optional<View> example();

  /**
   * Returns the shape of one row that {@code rows} addresses, without the axis of samples; for
   * losses that own parameters.
   */
  Shape shape(Rows rows);
}
