package io.dyad.vision.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.Kernel;
import io.dyad.api.Needs;
import io.dyad.api.Parameters;
import io.dyad.api.Setup;
import io.dyad.api.View;
import java.util.Map;

/**
 * An encoder whose forward pass is one call of a kernel: {@code function(x, parameters, statistics,
 * training, bfloat16, ...)}. Its one output is the representation, shape (N, D).
 */
final class ScriptEncoder implements Encoder {
  private final Kernel kernel;
  private final String function;
  private final Input input;
  private final Weights weights;
  private final NDList parameters;
  private final NDList statistics;
  private final boolean bfloat16;
  private final Object[] structure;

  /**
   * Creates the encoder.
   *
   * @param structure further arguments of the function, after {@code bfloat16}
   */
  ScriptEncoder(
      Setup setup,
      Kernel kernel,
      String function,
      Input input,
      Weights weights,
      Object... structure) {
    this.kernel = kernel;
    this.function = function;
    this.input = input;
    this.weights = weights;
    this.parameters = new NDList(weights.trained().values());
    this.statistics = new NDList(weights.state().values());
    this.bfloat16 =
        setup.computeType() == DataType.BFLOAT16 && setup.dataType() == DataType.FLOAT32;
    this.structure = structure.clone();
  }

  @Override
  public Embeddings encode(View view, Context context) {
    Object[] arguments = new Object[5 + structure.length];
    arguments[0] = input.read(view);
    arguments[1] = parameters;
    arguments[2] = statistics;
    arguments[3] = context.mode().isTraining();
    arguments[4] = bfloat16;
    System.arraycopy(structure, 0, arguments, 5, structure.length);
    NDArray representation = kernel.call(function, arguments).singletonOrThrow();
    representation.attach(context.manager());
    return Embeddings.of(representation);
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(weights.trained());
  }

  @Override
  public Map<String, NDArray> state() {
    return weights.state();
  }

  /** Batch statistics need two rows. */
  @Override
  public Needs needs() {
    return statistics.isEmpty() ? Needs.NOTHING : Needs.NOTHING.batch(2);
  }
}
