package io.dyad.benchmark.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OneStepTest {
  private static final int STEPS = 5;

  static Stream<Arguments> experiments() {
    return Stream.of(
        Arguments.of("tiny-mlp", List.of()),
        Arguments.of("drive", List.of("encoder.width=8", "train.batch-size=8")));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void one_call_trains_as_separate_calls_do(String preset, List<String> settings) {
    List<Float> separate = losses(preset, settings, OneStep::separate);
    List<Float> joined = losses(preset, settings, OneStep::joined);
    assertThat(separate.get(STEPS - 1)).isLessThan(separate.get(0));
    for (int i = 0; i < STEPS; i++) {
      assertThat(joined.get(i)).isCloseTo(separate.get(i), within(1e-6f * separate.get(i)));
    }
  }

  private static List<Float> losses(
      String preset, List<String> settings, Function<OneStep, Float> way) {
    try (OneStep step = new OneStep(preset, settings)) {
      return Stream.generate(() -> way.apply(step)).limit(STEPS).toList();
    }
  }
}
