package io.dyad.contract.wrong;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.Parameters;
import io.dyad.api.Setup;
import io.dyad.api.View;
import io.dyad.toolkit.view.TensorView;
import java.util.LinkedHashMap;
import java.util.Map;

/** A right encoder, to be made wrong: one linear layer with a hyperbolic tangent. */
class LinearEncoder implements Encoder {
  static final long WIDTH = 3;

  private final Map<String, NDArray> parameters = new LinkedHashMap<>();

  LinearEncoder(Setup setup) {
    long inputs = setup.example().orElseThrow().tensors().get(0).getShape().get(1);
    put("weight", new Shape(inputs, WIDTH), setup);
    put("bias", new Shape(WIDTH), setup);
  }

  /** Adds a parameter that starts from random numbers. */
  final NDArray put(String name, Shape shape, Setup setup) {
    NDArray values = setup.draws().normal(name, shape).toType(setup.dataType(), false);
    parameters.put(name, values);
    return values;
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(parameters);
  }

  @Override
  public Embeddings encode(View view, Context context) {
    NDArray rows = output(linear(read(view), context), context);
    rows.attach(context.manager());
    return Embeddings.of(rows);
  }

  /** Returns the rows of a view. */
  NDArray read(View view) {
    if (view instanceof TensorView tensor) {
      return tensor.tensor();
    }
    throw new DataException("takes a TensorView, not a " + view.getClass().getSimpleName());
  }

  /** Returns the linear layer's output. */
  NDArray linear(NDArray rows, Context context) {
    return rows.matMul(parameter("weight")).add(parameter("bias"));
  }

  /** Returns what is given out. */
  NDArray output(NDArray linear, Context context) {
    return linear.tanh();
  }

  final NDArray parameter(String name) {
    return requireNonNull(parameters.get(name));
  }
}
