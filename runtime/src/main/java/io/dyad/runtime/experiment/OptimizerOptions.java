package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.Optional;

/** Options of the optimiser; those that an algorithm has no use for are ignored by it. */
public record OptimizerOptions(
    @Doc("sgd, adamw, adam (decay added to the gradient), lars or larc") @Default("adamw")
        Algorithm algorithm,
    @Doc("step size at its highest") @Default("0.002") @Bound("[0, inf)") double learningRate,
    @Doc("batch size that the learning rate is for; for others it grows in proportion; 0: for any")
        @Default("0")
        @Bound("[0, inf)")
        int perSamples,
    @Doc("decay of weights, decoupled for adamw") @Default("0") @Bound("[0, inf)")
        double weightDecay,
    @Doc("share of the old direction that a step keeps; sgd, lars, larc")
        @Default("0.9")
        @Bound("[0, 1)")
        double momentum,
    @Doc("whether sgd looks ahead along its momentum") @Default("false") boolean nesterov,
    @Doc("decay of the mean of gradients; adam, adamw") @Default("0.9") @Bound("[0, 1)")
        double beta1,
    @Doc("decay of the mean of squared gradients; adam, adamw") @Default("0.999") @Bound("[0, 1)")
        double beta2,
    @Doc("added to a divisor; adam, adamw, larc") @Default("1e-8") @Bound("(0, inf)")
        double epsilon,
    @Doc("length of a step relative to its parameter; lars, larc")
        @Default("0.001")
        @Bound("(0, inf)")
        double trust,
    @Doc("whether a step is never longer than that of sgd; larc") @Default("false") boolean clip,
    @Doc("whether biases and other one-dimensional parameters are scaled, too; lars, larc")
        @Default("false")
        boolean scaleVectors,
    @Doc("whether they decay; absent: yes, but for lars and larc") Optional<Boolean> decayVectors) {
  /** Returns whether one-dimensional parameters decay, unless their group says how much. */
  public boolean decaysVectors() {
    return decayVectors.orElse(algorithm != Algorithm.LARS && algorithm != Algorithm.LARC);
  }

  /** Returns the learning rate at its highest for batches of a size. */
  public double learningRate(int batchSize) {
    return perSamples == 0 ? learningRate : learningRate * batchSize / perSamples;
  }
}
