package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Progress;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.runtime.experiment.Schedule;
import io.dyad.runtime.experiment.TwinOptions;
import io.dyad.runtime.training.optimizer.MovingAverage;

/** The momentum twin of the runtime follows a weight and a bias, from each progress anew. */
public final class TwinScheduleVectors implements VectorAdapter {
  private static final long STEPS = 1L << 40;

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.inputs().containsKey("progress") && vector.inputs().containsKey("target_weight");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    TwinOptions twin =
        new TwinOptions(vector.hyperparameters().number("base_momentum"), Schedule.COSINE);
    MovingAverage average = new MovingAverage(harness.kernels());
    double[] progress = vector.input("progress").data();
    Outcome outcome = new Outcome();
    for (int i = 0; i < progress.length; i++) {
      long step = Math.round(progress[i] * STEPS);
      double momentum = twin.momentumAt(Progress.of(0, 1, step, STEPS));
      NDArray weight = constant(vector.input("target_weight"), harness);
      NDArray bias = constant(vector.input("target_bias"), harness);
      average.follow(
          new NDList(weight, bias),
          new NDList(
              constant(vector.input("weight"), harness), constant(vector.input("bias"), harness)),
          momentum);
      outcome
          .output("momentum_" + i, harness.manager().create(momentum))
          .output("target_weight_" + i, weight)
          .output("target_bias_" + i, bias);
    }
    return outcome;
  }

  private static NDArray constant(RecordedArray array, Harness harness) {
    return harness.constant(array.shape(), array.data());
  }
}
