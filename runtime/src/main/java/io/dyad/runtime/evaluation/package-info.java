/**
 * Measures what was learned: evaluators, and the subjects they are pointed at (the trained network,
 * the untrained one, the raw input). Start reading at {@link
 * io.dyad.runtime.evaluation.EvaluationRun}.
 */
@NullMarked
package io.dyad.runtime.evaluation;

import org.jspecify.annotations.NullMarked;
