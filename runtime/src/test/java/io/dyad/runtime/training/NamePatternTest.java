package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamePatternTest {
  @Test
  void a_star_stands_for_any_text_and_dots_for_themselves() {
    assertThat(NamePattern.of("main.projection.*").matches("main.projection.main.0.weight"))
        .isTrue();
    assertThat(NamePattern.of("main.projection.*").matches("main_projection_x")).isFalse();
    assertThat(NamePattern.of("*.bias").matches("main.encoder.main.0.bias")).isTrue();
    assertThat(NamePattern.of("*").matches("anything")).isTrue();
    assertThat(NamePattern.of("main").matches("main.encoder")).isFalse();
  }
}
