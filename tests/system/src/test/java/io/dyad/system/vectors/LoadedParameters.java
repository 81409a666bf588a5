package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.Encoder;
import io.dyad.api.Parameters;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.runtime.kernel.GradientMode;
import java.util.ArrayList;
import java.util.List;

/** Inputs of a case that gradients are asked for: rows, and parameters with recorded values. */
final class LoadedParameters {
  private final VectorCase vector;
  private final Harness harness;
  private final List<Leaf> leaves = new ArrayList<>();

  private record Leaf(String input, NDArray array, boolean transposed) {}

  LoadedParameters(VectorCase vector, Harness harness) {
    this.vector = vector;
    this.harness = harness;
  }

  /** Returns an input as an array that requires a gradient. */
  NDArray leaf(String input) {
    RecordedArray recorded = vector.input(input);
    NDArray array = harness.leaf(recorded.shape(), recorded.data());
    leaves.add(new Leaf(input, array, false));
    return array;
  }

  /** Writes an input into a parameter of a network. */
  void load(String input, Encoder network, String parameter) {
    load(input, network, parameter, false);
  }

  /** Writes an input into a parameter that is its transpose. */
  void loadTransposed(String input, Encoder network, String parameter) {
    load(input, network, parameter, true);
  }

  private void load(String input, Encoder network, String parameter, boolean transposed) {
    RecordedArray recorded = vector.input(input);
    NDArray values = harness.constant(recorded.shape(), recorded.data());
    NDArray own = network.parameters().groups().get(Parameters.MAIN).get(parameter);
    try (GradientMode ignored = GradientMode.disabled()) {
      NDArray source = transposed ? values.transpose() : values.reshape(own.getShape());
      own.set(new NDIndex("..."), source);
    }
    leaves.add(new Leaf(input, own, transposed));
  }

  /** Adds the gradients of a loss for all of them. */
  void addGradients(NDArray loss, Outcome outcome) {
    NDArray[] arrays = leaves.stream().map(Leaf::array).toArray(NDArray[]::new);
    NDList gradients = harness.gradients(loss, arrays);
    for (int i = 0; i < arrays.length; i++) {
      NDArray gradient = gradients.get(i);
      Leaf leaf = leaves.get(i);
      outcome.gradient(leaf.input(), leaf.transposed() ? gradient.transpose() : gradient);
    }
  }
}
