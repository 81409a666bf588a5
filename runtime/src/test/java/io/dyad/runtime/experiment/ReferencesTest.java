package io.dyad.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.ConfigurationException;
import io.dyad.runtime.discovery.Plugins;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private static final Plugins PLUGINS = Plugins.load(ReferencesTest.class.getClassLoader());

  private static AbstractThrowableAssert<?, ?> failureOf(String... settings) {
    return assertThatThrownBy(() -> ExperimentFile.load("simple", List.of(settings), PLUGINS))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void a_phase_that_names_no_term_lists_the_terms() {
    failureOf("phases.first.terms=[mian]")
        .hasMessageContaining(
            "--set  phases.first.terms names no term of the objective: \"mian\"; did you mean"
                + " \"main\"?")
        .hasMessageContaining("available: main");
  }

  @Test
  void a_bank_that_names_no_network_lists_the_networks() {
    failureOf("banks.queue.rows{view=first,network=other}")
        .hasMessageContaining("--set  banks.queue.rows.network names no network: \"other\"");
  }

  @Test
  void a_bank_of_a_twin_that_is_not_there_names_the_line_to_add() {
    failureOf("banks.queue.rows{view=first,twin=true}")
        .hasMessageContaining(
            "--set  banks.queue.rows.twin needs a momentum twin of the network; add"
                + " networks.main.twin {}");
  }

  @Test
  void an_experiment_without_a_main_network_is_reported_at_its_networks() {
    failureOf("encoder=null", "networks.critic.encoder={use=mlp,widths=[1]}")
        .hasMessageContaining(
            "--set  networks must have one called main: it is evaluated and exported");
  }

  @Test
  void the_best_checkpoint_is_found_only_where_its_metric_is_measured_and_saved() {
    String best = "checkpoint.keep-best.metric=near.top1";
    String saved = "checkpoint.every-epochs=2";
    failureOf(best)
        .hasMessageContaining("checkpoint.keep-best.metric names no evaluator: \"near\"")
        .hasMessageContaining("checkpoint.every-epochs = 0 saves the end only")
        .hasMessageContaining("evaluate.every-epochs = 0 measures nothing during training");
    failureOf(best, saved, "evaluate.every-epochs=3").hasMessageContaining("seldom meet");
    for (String none : new String[] {"top1", ".top1", "near.", ""}) {
      failureOf("checkpoint.keep-best.metric=\"" + none + "\"")
          .hasMessageContaining("checkpoint.keep-best.metric must be EVALUATOR.METRIC");
    }
  }
}
