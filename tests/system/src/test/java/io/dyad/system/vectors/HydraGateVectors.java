package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.hydra.GateFusion;
import io.dyad.contrast.hydra.GateNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gates of class pairs, with all weights of their network given. */
public final class HydraGateVectors implements VectorAdapter {
  /** In the order of the network. */
  private static final List<String> WEIGHTS =
      List.of(
          "label_embedding",
          "norm1_weight",
          "norm1_bias",
          "linear1_weight",
          "linear1_bias",
          "norm2_weight",
          "norm2_bias",
          "linear2_weight",
          "linear2_bias");

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("hydra") && vector.inputs().containsKey("label_embedding");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    requireTheNorm(vector.hyperparameters());
    Map<String, NDArray> weights = new LinkedHashMap<>();
    for (String name : WEIGHTS) {
      RecordedArray recorded = vector.input(name);
      weights.put(name, harness.leaf(recorded.shape(), recorded.data()));
    }
    GateNetwork network =
        new GateNetwork(
            harness.kernels(),
            weights,
            statistics(vector, harness),
            vector.hyperparameters().text("fuse").equals("mean-of-embeddings")
                ? GateFusion.MEAN
                : GateFusion.PRODUCT);
    NDArray gate =
        network.gates(
            classes(vector, "anchor_class", harness),
            classes(vector, "partner_class", harness),
            true);
    RecordedArray probe = vector.input("probe");
    NDArray value = gate.mul(harness.constant(probe.shape(), probe.data())).sum();
    NDList openness = network.openness(gate);
    Outcome outcome =
        new Outcome()
            .output("gate", gate)
            .output("probe_value", value)
            .output("mean_active_dimensions", openness.get(0))
            .output("mean_gate_entropy", openness.get(1));
    NDList gradients = harness.gradients(value, weights.values().toArray(NDArray[]::new));
    for (int i = 0; i < WEIGHTS.size(); i++) {
      outcome.gradient(WEIGHTS.get(i), gradients.get(i));
    }
    return outcome;
  }

  /** The network has these built in. */
  private static void requireTheNorm(Hyperparameters given) {
    if (!given.text("batch_norm").equals("training")
        || given.number("batch_norm_epsilon") != 1e-5) {
      throw new IllegalArgumentException("gates are made with batch statistics and epsilon 1e-5");
    }
  }

  private static Map<String, NDArray> statistics(VectorCase vector, Harness harness) {
    Map<String, NDArray> state = new LinkedHashMap<>();
    for (String norm : List.of("norm1", "norm2")) {
      Shape shape = vector.input(norm + "_weight").shape();
      state.put(norm + "-mean", harness.manager().zeros(shape, DataType.FLOAT64));
      state.put(norm + "-variance", harness.manager().ones(shape, DataType.FLOAT64));
    }
    return state;
  }

  static NDArray classes(VectorCase vector, String name, Harness harness) {
    RecordedArray recorded = vector.input(name);
    return harness.constant(recorded.shape(), recorded.data()).toType(DataType.INT64, false);
  }
}
