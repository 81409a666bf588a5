package io.dyad.runtime.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
  private static final Map<String, Double> FIGURES =
      Map.of("simclr", 0.5, "mv-dhel", 0.7, "supervised", 0.9, "untrained", 0.2);

  private static final Rule.Peers PEERS =
      new Rule.Peers() {
        @Override
        public List<String> runs() {
          return List.of("simclr", "mv-dhel", "supervised");
        }

        @Override
        public double figure(String run) {
          return FIGURES.getOrDefault(run, Double.NaN);
        }
      };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0.45, 1] | 0.45 | true",
        "(0.45, 1] | 0.45 | false",
        "[0, 0.22) | 0.3 | false",
        "> simclr | 0.51 | true",
        "> simclr | 0.5 | false",
        ">= simclr | 0.5 | true",
        "<= mv-dhel | 0.7 | true",
        "< mv-dhel | 0.7 | false",
        ">= simclr + 0.25 | 0.74 | false",
        ">= simclr + 0.25 | 0.75 | true",
        ">= simclr - 0.25 | 0.25 | true",
        "> untrained | 0.21 | true",
        "> all | 0.8 | false",
        "> all | 0.91 | true",
        "> all but supervised | 0.8 | true",
        "> all but supervised mv-dhel | 0.6 | true",
        "> all but mv-dhel | 0.8 | false",
      })
  void a_rule_holds_or_does_not(String rule, double figure, boolean holds) {
    assertThat(Rule.parse(rule).holds(figure, PEERS)).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0, 1]", "> simclr", "< simclr", "> all"})
  void a_figure_that_is_not_there_keeps_no_rule(String rule) {
    assertThat(Rule.parse(rule).holds(Double.NaN, PEERS)).isFalse();
  }

  @Test
  void a_run_without_the_figure_is_not_beaten() {
    assertThat(Rule.parse("> byol").holds(1, PEERS)).isFalse();
  }

  @Test
  void a_rule_names_the_runs_it_needs() {
    assertThat(Rule.parse(">= moco-v2 - 1").names()).containsExactly("moco-v2");
    assertThat(Rule.parse("> all but a b").names()).containsExactly("a", "b");
    assertThat(Rule.parse("[0, 1]").names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "more", "> ", "= simclr", "[1]", "> simclr + x", "> simclr +1"})
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> Rule.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
