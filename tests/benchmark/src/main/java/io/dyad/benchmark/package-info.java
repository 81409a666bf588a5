/**
 * JMH cases; {@code tests/benchmark/run.sh NAME} builds and runs them. Start reading at {@link
 * io.dyad.benchmark.KernelCallBenchmark}.
 */
@NullMarked
package io.dyad.benchmark;

import org.jspecify.annotations.NullMarked;
