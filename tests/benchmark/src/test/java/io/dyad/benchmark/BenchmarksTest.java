package io.dyad.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.benchmark.clock.KernelProfiler;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each case runs; what it measures in so short a time means nothing. */
class BenchmarksTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        AugmentationBenchmark.class,
        DrawsBenchmark.class,
        EncoderBenchmark.class,
        EngineStartBenchmark.class,
        EvaluationBenchmark.class,
        GcnInfoNceBenchmark.class,
        GemmBenchmark.class,
        InfoNceBenchmark.class,
        InfoNceStripsBenchmark.class,
        KernelCallBenchmark.class,
        OneCallBenchmark.class,
        OptimizerBenchmark.class,
        ResNetStepBenchmark.class,
        SegmentSumBenchmark.class
      })
  void each_case_runs(Class<?> benchmark) throws RunnerException {
    assertThat(run(benchmark)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = TinyMlpStepBenchmark.class)
  void the_time_of_a_step_is_told_by_kernel(Class<?> benchmark) throws RunnerException {
    assertThat(run(benchmark))
        .singleElement()
        .satisfies(
            result ->
                assertThat(result.getSecondaryResults())
                    .containsKeys("outside-kernels", "mlp.forward", "optimizer.adam"));
  }

  @Test
  void neighbours_are_found_in_the_smallest_bank() throws RunnerException {
    assertThat(run(NeighbourBenchmark.class)).hasSize(2);
  }

  private static Collection<RunResult> run(Class<?> benchmark) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include("\\." + benchmark.getSimpleName() + "\\.")
                .addProfiler(KernelProfiler.class)
                .param("bank", "10000")
                .param("rows", "4")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build())
        .run();
  }
}
