package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.ConfigurationException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** What does not fit together is said before anything is trained. */
class AssemblerTest {
  @Test
  void all_needs_that_are_not_met_are_reported_with_the_setting_to_add() {
    assertThatThrownBy(() -> FakeRun.of("loss { use = quadratic, asks = much }"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(
            "objective.main.loss needs 5 views",
            "views.count = 5",
            "train.batch-size = 500",
            "networks.main.heads.projection",
            "networks.main.twin { momentum",
            "the target \"mask\"",
            "banks.queue {",
            "6 problems; nothing was started");
  }

  @Test
  void the_size_of_the_last_batch_counts_if_it_is_not_dropped() {
    assertThatThrownBy(
            () ->
                FakeRun.of(
                    "loss { use = quadratic, asks = much }",
                    "data { use = points, size = 1001, width = 2 }",
                    "train.batch-size = 500",
                    "train.drop-last = false"))
        .hasMessageContainingAll("the last one of an epoch has 1", "train.drop-last = true");
  }

  @Test
  void a_bank_needs_its_view_and_its_twin() {
    assertThatThrownBy(() -> FakeRun.of(bank("view-7", "twin = false")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("banks.queue", "view-7", "[view-1, view-2]");
    assertThatThrownBy(() -> FakeRun.of(bank("view-1", "twin = true")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("banks.queue.rows.twin", "networks.main.twin");
  }

  @Test
  void a_procedure_needs_its_phase() {
    assertThatThrownBy(() -> FakeRun.of("procedure { use = pretrain, phase = mian }"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("procedure needs the phase \"mian\"", "[main]", "phases.mian {");
  }

  @Test
  void patterns_that_match_nothing_name_the_nearest_parameters() {
    refused("train.groups.\"main.encodr.*\" { frozen = true }")
        .hasMessageContainingAll(
            "train.groups matches no parameter: \"main.encodr.*\"", "main.encoder.main.weight");
    refused("phases.main.trains = [\"head.*\"]")
        .hasMessageContainingAll("phases.main.trains", "head.*", "main.encoder.main.weight");
    refused("phases.main.terms = [man]").hasMessageContainingAll("phases.main.terms", "\"main\"?");
    refused("train.groups.\"*\" { frozen = true }").hasMessageContaining("freezes all");
  }

  @Test
  void threads_and_batches_ahead_are_at_least_one_and_at_most_64() {
    for (String setting : new String[] {"train.loaders = 0", "train.prefetch = 65"}) {
      assertThatThrownBy(() -> FakeRun.of(setting))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("[1, 64]");
    }
  }

  private static AbstractThrowableAssert<?, ?> refused(String setting) {
    return assertThatThrownBy(
            () -> {
              try (FakeRun run = FakeRun.of(setting)) {
                run.trainer().close();
              }
            })
        .isInstanceOf(ConfigurationException.class);
  }

  private static String bank(String view, String twin) {
    return "banks.queue { rows { output = representation, view = " + view + ", " + twin + " } }";
  }
}
