/**
 * Measures the speed of an experiment's training on the path that trains it. Start reading at
 * {@link io.dyad.runtime.bench.Bench}; what is measured of a step is in {@link
 * io.dyad.runtime.bench.StepTimer}, what is told about it in {@link
 * io.dyad.runtime.bench.BenchResult}.
 */
@NullMarked
package io.dyad.runtime.bench;

import org.jspecify.annotations.NullMarked;
