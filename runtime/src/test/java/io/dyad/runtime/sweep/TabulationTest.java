package io.dyad.runtime.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dyad.runtime.run.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TabulationTest {
  private static final String PROBE = "linear-probe.top1";

  private final List<RunOutcome> outcomes = new ArrayList<>();

  private TabulationTest run(String run, int batch, long seed, double probe, double untrained) {
    Summary summary =
        new Summary(
            run,
            seed,
            1,
            10,
            seed * 2,
            100,
            1,
            new Summary.Metrics(
                Map.of(PROBE, probe, "knn.top1", 0.5),
                Map.of(PROBE, untrained),
                Map.of(PROBE, 0.25)),
            Map.of());
    outcomes.add(new RunOutcome(trial(run, batch, seed), Optional.of(summary), 0, "", Path.of("")));
    return this;
  }

  private TabulationTest failed(String run, int batch, long seed) {
    outcomes.add(
        new RunOutcome(
            trial(run, batch, seed), Optional.empty(), 5, "the loss is not finite", Path.of("")));
    return this;
  }

  private static Trial trial(String run, int batch, long seed) {
    String id = run + "-" + batch + "-" + seed;
    return new Trial(id, run, Map.of("train.batch-size", "" + batch), seed);
  }

  private SweepTable table(Map<String, Map<String, List<String>>> expect, String... columns) {
    List<Trial> trials = outcomes.stream().map(RunOutcome::trial).toList();
    return Tabulation.of(new SweepPlan("test", "auto", List.of(columns), trials, expect), outcomes);
  }

  @Test
  void a_row_is_a_run_and_its_values_over_the_seeds() {
    SweepTable table =
        run("a", 32, 1, 0.4, 0.2)
            .run("a", 32, 2, 0.6, 0.2)
            .run("a", 64, 1, 0.7, 0.2)
            .table(Map.of(), PROBE);
    assertThat(table.rows()).hasSize(2);
    SweepTable.Row row = table.rows().get(0);
    assertThat(row.seeds()).containsExactly(1L, 2L);
    Figure probe = row.figures().getOrDefault(PROBE, Figure.of(List.of()));
    assertThat(probe.mean()).isCloseTo(0.5, within(1e-12));
    assertThat(probe.deviation()).as("of a sample").isCloseTo(Math.sqrt(0.02), within(1e-12));
    assertThat(row.figures().get("seconds")).isEqualTo(Figure.of(List.of(2.0, 4.0)));
  }

  @Test
  void the_table_reads_as_markdown() {
    SweepTable table =
        run("a", 32, 1, 0.4, 0.2)
            .run("a", 32, 2, 0.6, 0.2)
            .run("b", 32, 1, 0.7, 0.3)
            .failed("b", 32, 2)
            .table(Map.of("b", Map.of(PROBE, List.of("> a", "[0, 0.5]"))), PROBE);
    assertThat(MarkdownTable.of(table).lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "| run | batch-size | linear-probe.top1 | seconds | n | expected |",
            "| ------------- | ---------- | ----------------- | --------- | ------ | "
                + "-"
                    .repeat(
                        "linear-probe.top1 > a: passed; linear-probe.top1 [0, 0.5]: **failed**"
                            .length())
                + " |",
            "| input | | 0.250 | | | |",
            "| untrained (a) | | 0.200 | | | |",
            "| untrained (b) | | 0.300 | | | |",
            "| a | 32 | 0.500 ± 0.141 | 3.0 ± 1.4 | 2 | |",
            "| b | 32 | 0.700 | 2.0 | 1 of 2 |"
                + " linear-probe.top1 > a: passed; linear-probe.top1 [0, 0.5]: **failed** |",
            "",
            "- b-32-2 failed (exit code 5): the loss is not finite");
    assertThat(MarkdownTable.of(table).lines().limit(7))
        .as("columns are aligned")
        .extracting(String::length)
        .containsOnly(MarkdownTable.of(table).indexOf('\n'));
    assertThat(table.broken()).extracting(SweepTable.Judgement::rule).containsExactly("[0, 0.5]");
  }

  @Test
  void without_columns_the_table_has_all_figures() {
    assertThat(run("a", 32, 1, 0.4, 0.2).table(Map.of()).columns())
        .containsExactly("knn.top1", PROBE);
  }

  @Test
  void runs_are_compared_under_the_same_values() {
    SweepTable table =
        run("a", 32, 1, 0.4, 0.2)
            .run("a", 64, 1, 0.6, 0.2)
            .run("b", 32, 1, 0.5, 0.2)
            .run("b", 64, 1, 0.5, 0.2)
            .table(Map.of("b", Map.of(PROBE, List.of("> a", "> untrained"))), PROBE);
    assertThat(table.rows())
        .extracting(row -> row.expectations().stream().map(SweepTable.Judgement::passed).toList())
        .containsExactly(List.of(), List.of(), List.of(true, true), List.of(false, true));
  }

  @Test
  void a_figure_that_nobody_measured_breaks_its_rule() {
    SweepTable table =
        run("a", 32, 1, 0.4, 0.2).table(Map.of("a", Map.of("knn.top5", List.of("[0, 1]"))));
    assertThat(table.broken()).hasSize(1);
  }
}
