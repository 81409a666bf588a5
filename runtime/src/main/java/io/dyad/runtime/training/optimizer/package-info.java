/**
 * Optimisers, each one engine call a step for all parameters, with named state for checkpoints.
 * DJL's own keep their moments private and take a call a parameter. Start reading at {@link
 * io.dyad.runtime.training.optimizer.Optimizer}; the arithmetic is in {@code optimizer.kernel}.
 */
@NullMarked
package io.dyad.runtime.training.optimizer;

import org.jspecify.annotations.NullMarked;
