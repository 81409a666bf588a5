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
  void a_bank_holds_whole_batches() {
    assertThatThrownBy(() -> FakeRun.of(bank("view-1", "twin = false"), "banks.queue.capacity = 3"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("less than a batch of 4", "set banks.queue.capacity = 4 or more");
    assertThatThrownBy(() -> FakeRun.of(bank("view-1", "twin = false"), "banks.queue.capacity = 6"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("no multiple of a batch of 4", "capacity = 4 or 8");
  }

  /** The settings are lines 16 and following of the file. */
  @Test
  void all_mistakes_are_told_at_once_each_with_file_and_line() {
    assertThatThrownBy(
            () ->
                FakeRun.of(
                    "loss { use = quadratic, asks = much }",
                    "objective.second { loss { use = quadratic, objects = create }, pairs = everything }",
                    "objective.third { pairs = everything, loss.use = quadratic",
                    "  loss.objects = create",
                    "  loss.asks = more }",
                    bank("view-7", "twin = false"),
                    "banks.queue.capacity = 5",
                    "banks.other { rows { output = nowhere, view = view-1 } }",
                    "procedure { use = pretrain, phase = mian }",
                    "views { use = multiples, count = 3 }"))
        .isInstanceOf(ConfigurationException.class)
        .message()
        .containsPattern("conf:16 +objective.main.loss needs the output \"projection\"")
        .containsPattern("conf:17 +objective.second.loss.asks cannot be nothing")
        .containsPattern("conf:20 +objective.third.loss.asks cannot be more")
        .containsPattern("conf:21 +banks.queue needs a view \"view-7\"")
        .containsPattern("conf:22 +banks.queue holds 5 rows, which is no multiple")
        .containsPattern("conf:23 +network \"main\" has no output \"nowhere\"")
        .containsPattern("conf:24 +procedure needs the phase \"mian\"")
        .containsPattern("conf:25 +objective.main.loss needs 5 views")
        .containsPattern("conf:11 +objective.main.loss needs batches of at least 500")
        .endsWith("11 problems; nothing was started.");
  }

  @Test
  void what_is_found_when_parts_start_or_first_work_has_file_and_line_too() {
    assertThatThrownBy(() -> FakeRun.of("loss { use = quadratic, objects = start }"))
        .isInstanceOf(ConfigurationException.class)
        .message()
        .containsPattern(
            "conf:16 +objective.main.loss.asks cannot be nothing when objects is start")
        .endsWith("1 problem; nothing was started.");
    refused("loss { use = quadratic, objects = evaluate }").message().contains("fake.conf:16  ");
    refused("train.groups.\"main.encodr.*\" { frozen = true }").message().contains("fake.conf:16 ");
    refused("phases.main.trains = [\"head.*\"]").message().contains("fake.conf:16 ");
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
                try (Trainer trainer = run.trainer()) {
                  run.steps(trainer, 1);
                }
              }
            })
        .isInstanceOf(ConfigurationException.class);
  }

  private static String bank(String view, String twin) {
    return "banks.queue { rows { output = representation, view = " + view + ", " + twin + " } }";
  }
}
