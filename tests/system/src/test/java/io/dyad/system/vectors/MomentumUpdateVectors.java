package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.runtime.training.optimizer.MovingAverage;

/** Two updates of the weights of a momentum twin. */
public final class MomentumUpdateVectors implements VectorAdapter {
  @Override
  public boolean accepts(VectorCase vector) {
    return vector.inputs().containsKey("weight_query") && vector.inputs().containsKey("weight_key");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    double momentum = vector.hyperparameters().number("momentum");
    NDArray twin = array(vector, "weight_key", harness);
    NDArray online = array(vector, "weight_query", harness);
    MovingAverage average = new MovingAverage(harness.kernels());
    average.follow(new NDList(twin), new NDList(online), momentum);
    Outcome outcome = new Outcome().output("weight_key_after_one", twin.duplicate());
    average.follow(new NDList(twin), new NDList(online), momentum);
    return outcome.output("weight_key_after_two", twin);
  }

  private static NDArray array(VectorCase vector, String input, Harness harness) {
    return harness.constant(vector.input(input).shape(), vector.input(input).data());
  }
}
