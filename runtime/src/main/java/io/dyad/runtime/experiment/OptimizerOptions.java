package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of the optimiser; those that an algorithm has no use for are ignored by it. */
public record OptimizerOptions(
    @Doc("sgd, adamw or lars") @Default("adamw") Algorithm algorithm,
    @Doc("step size at its highest") @Default("0.002") @Bound("[0, inf)") double learningRate,
    @Doc("decay of weights, decoupled for adamw") @Default("0") @Bound("[0, inf)")
        double weightDecay,
    @Doc("share of the old direction that a step keeps; sgd and lars")
        @Default("0.9")
        @Bound("[0, 1)")
        double momentum,
    @Doc("whether sgd looks ahead along its momentum") @Default("false") boolean nesterov,
    @Doc("decay of the mean of gradients; adamw") @Default("0.9") @Bound("[0, 1)") double beta1,
    @Doc("decay of the mean of squared gradients; adamw") @Default("0.999") @Bound("[0, 1)")
        double beta2,
    @Doc("added to a divisor; adamw and lars") @Default("1e-8") @Bound("(0, inf)") double epsilon,
    @Doc("trust coefficient; lars") @Default("0.001") @Bound("(0, inf)") double trust) {}
