package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.runtime.training.optimizer.Gradients;
import io.dyad.runtime.training.optimizer.Lars;
import io.dyad.runtime.training.optimizer.Optimizer;
import io.dyad.runtime.training.optimizer.Trained;
import java.util.List;

/** Steps of LARS on a weight and a bias; a loss is made whose gradients are the recorded ones. */
public final class LarsStepVectors implements VectorAdapter {
  @Override
  public boolean accepts(VectorCase vector) {
    return vector.inputs().containsKey("weight_gradient_0")
        && vector.hyperparameters().has("trust_coefficient");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Hyperparameters given = vector.hyperparameters();
    NDArray weight = leaf(vector.input("weight"), harness);
    NDArray bias = leaf(vector.input("bias"), harness);
    double decay = given.number("weight_decay");
    Optimizer lars =
        new Lars(
            harness.kernels(),
            harness.manager(),
            List.of(new Trained("weight", weight, 1, decay), new Trained("bias", bias, 1, decay)),
            0,
            new Lars.Options(given.number("momentum"), given.number("trust_coefficient")));
    NDArray halted = harness.manager().zeros(new Shape());
    Outcome outcome = new Outcome();
    for (int step = 0; vector.inputs().containsKey("weight_gradient_" + step); step++) {
      NDArray loss =
          product(weight, vector.input("weight_gradient_" + step), harness)
              .add(product(bias, vector.input("bias_gradient_" + step), harness));
      lars.step(Gradients.of(loss, halted), given.number("learning_rate"));
      outcome.output("weight_after_" + step, weight.duplicate());
      outcome.output("bias_after_" + step, bias.duplicate());
    }
    return outcome;
  }

  private static NDArray leaf(RecordedArray array, Harness harness) {
    return harness.leaf(array.shape(), array.data());
  }

  private static NDArray product(NDArray parameter, RecordedArray gradient, Harness harness) {
    return parameter.mul(harness.constant(gradient.shape(), gradient.data())).sum();
  }
}
