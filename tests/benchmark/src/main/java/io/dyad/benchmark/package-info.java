/**
 * JMH cases; {@code tests/benchmark/run.sh NAME} builds and runs them, {@code docs/benchmarks.md}
 * says what they showed. Start reading at {@link io.dyad.benchmark.TinyMlpStepBenchmark}.
 */
@NullMarked
package io.dyad.benchmark;

import org.jspecify.annotations.NullMarked;
