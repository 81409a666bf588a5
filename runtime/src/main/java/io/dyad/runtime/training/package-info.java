/**
 * Training: the parts of an experiment made and joined, and the loop that runs them.
 *
 * <p>Start reading at {@link io.dyad.runtime.training.TrainingLoop}, which reads top to bottom,
 * then {@link io.dyad.runtime.training.TrainingStep} and {@link io.dyad.runtime.training.Assembly}.
 */
@NullMarked
package io.dyad.runtime.training;

import org.jspecify.annotations.NullMarked;
