package io.dyad.graph.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Parameters;
import io.dyad.api.Setup;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes the parameters of an encoder. Matrices are uniform within sqrt(6 / (inputs + outputs))
 * (Glorot and Bengio 2010), as in the reference convolutions; biases are zero.
 */
final class Weights {
  private final Setup setup;
  private final Map<String, NDArray> named = new LinkedHashMap<>();

  Weights(Setup setup) {
    this.setup = setup;
  }

  /** Adds a matrix, shape (inputs, outputs). */
  void matrix(String name, long inputs, long outputs) {
    NDArray values = setup.draws().uniform(name, new Shape(inputs, outputs));
    values.subi(0.5f);
    values.muli((float) (2 * Math.sqrt(6.0 / (inputs + outputs))));
    put(name, values.toType(setup.dataType(), false));
  }

  /** Adds a vector of one value. */
  void constant(String name, long width, double value) {
    put(name, setup.manager().full(new Shape(width), (float) value, setup.dataType()));
  }

  /** Returns the arrays whose names end so, in the order they were added. */
  NDList ending(String end) {
    NDList found = new NDList();
    named.forEach(
        (name, array) -> {
          if (name.endsWith(end)) {
            found.add(array);
          }
        });
    return found;
  }

  Parameters parameters() {
    return Parameters.of(named);
  }

  private void put(String name, NDArray values) {
    NDArray array = values.toDevice(setup.device(), false);
    array.attach(setup.manager());
    named.put(name, array);
  }
}
