package io.dyad.contrast.hydra;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Setup;
import java.util.LinkedHashMap;
import java.util.Map;

/** A gate network before training: embeddings normal, layers uniform within 1 / sqrt(inputs). */
final class InitialGates {
  private final Setup setup;
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final Map<String, NDArray> state = new LinkedHashMap<>();

  private InitialGates(Setup setup) {
    this.setup = setup;
  }

  static GateNetwork of(HydraOptions options, long dimensions, Setup setup) {
    InitialGates initial = new InitialGates(setup);
    long width = options.embeddingWidth();
    long hidden = options.hiddenWidth();
    initial.trained(
        "embedding", setup.draws().normal("embedding", new Shape(options.classes(), width)));
    initial.norm("norm1", width);
    initial.linear("linear1", hidden, width);
    initial.norm("norm2", hidden);
    initial.linear("linear2", dimensions, hidden);
    return new GateNetwork(setup.kernels(), initial.parameters, initial.state, options.fuse());
  }

  private void linear(String name, long outputs, long inputs) {
    double limit = 1 / Math.sqrt(inputs);
    trained(name + ".weight", uniform(name + ".weight", new Shape(outputs, inputs), limit));
    trained(name + ".bias", uniform(name + ".bias", new Shape(outputs), limit));
  }

  private NDArray uniform(String name, Shape shape, double limit) {
    NDArray values = setup.draws().uniform(name, shape);
    values.subi(0.5f);
    values.muli((float) (2 * limit));
    return values;
  }

  private void norm(String name, long width) {
    Shape shape = new Shape(width);
    trained(name + ".weight", setup.manager().ones(shape));
    trained(name + ".bias", setup.manager().zeros(shape));
    state.put(name + ".mean", owned(setup.manager().zeros(shape)));
    state.put(name + ".variance", owned(setup.manager().ones(shape)));
  }

  private void trained(String name, NDArray values) {
    parameters.put(name, owned(values));
  }

  private NDArray owned(NDArray values) {
    NDArray array = values.toType(setup.dataType(), false).toDevice(setup.device(), false);
    array.attach(setup.manager());
    return array;
  }
}
