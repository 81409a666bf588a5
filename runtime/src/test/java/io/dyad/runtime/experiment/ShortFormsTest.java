package io.dyad.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.dyad.runtime.options.Problem;
import io.dyad.runtime.options.Problems;
import org.junit.jupiter.api.Test;

class ShortFormsTest {
  private final Problems problems = new Problems();

  private Config expand(String text) {
    ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription("run.conf");
    return ShortForms.expand(ConfigFactory.parseString(text, options), problems);
  }

  @Test
  void every_short_form_is_moved_to_its_place() {
    Config full =
        expand(
            """
            encoder = mlp
            projector { use = mlp }
            predictor = mlp
            twin { momentum = 0.5 }
            loss = soft
            pairs = in-batch
            """);
    assertThat(full)
        .isEqualTo(
            ConfigFactory.parseString(
                """
                networks.main {
                  encoder = mlp
                  heads.projection.encoder.use = mlp
                  heads.prediction { of = projection, encoder = mlp }
                  twin.momentum = 0.5
                }
                objective.main { loss = soft, pairs = in-batch }
                """));
  }

  @Test
  void a_value_keeps_its_line() {
    assertThat(expand("\n\nloss = soft").getValue("objective.main.loss").origin().lineNumber())
        .isEqualTo(3);
  }

  @Test
  void both_forms_may_say_different_things() {
    Config full = expand("loss { use = soft }\nobjective.main.loss { temperature = 1 }");
    assertThat(full.getConfig("objective.main.loss").root().keySet())
        .containsExactlyInAnyOrder("use", "temperature");
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void both_forms_of_one_option_are_a_mistake() {
    expand("loss { use = soft }\nobjective.main.loss { use = wrap }");
    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "run.conf:1",
                "loss is short for objective.main.loss, which is set at run.conf:2; keep one"));
  }

  @Test
  void a_short_form_set_to_null_is_as_good_as_absent() {
    assertThat(expand("twin = null")).isEqualTo(ConfigFactory.empty());
  }
}
