package io.dyad.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The shape of docs/design.md, section 6, which scripts lean on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SummaryIT {
  private FinishedRun run = new FinishedRun(Path.of(""), new Command(0, "", ""));

  @BeforeAll
  void train(@TempDir Path folder) {
    run = FinishedRun.oneEpoch(folder);
  }

  @Test
  void the_summary_is_alone_on_the_output_and_the_same_as_the_file() {
    assertThat(run.command().output().trim()).startsWith("{").endsWith("}").doesNotContain("\n");
    assertThat(FinishedRun.json(run.command().output())).isEqualTo(run.summary());
    assertThat(run.command().errors()).contains("training").doesNotContain("{");
  }

  @Test
  void its_keys_are_those_of_the_design_in_that_order() {
    JsonNode summary = run.summary();

    assertThat(names(summary))
        .containsExactly(
            "experiment",
            "seed",
            "epochs",
            "steps",
            "seconds",
            "samplesPerSecond",
            "peakMemoryBytes",
            "metrics",
            "protocol");
    assertThat(names(summary.get("metrics"))).containsExactly("learned", "untrained", "input");
    assertThat(summary.get("experiment").asText()).isEqualTo("quick-start");
    assertThat(summary.get("epochs").asLong()).isEqualTo(1);
    assertThat(summary.get("steps").isIntegralNumber()).isTrue();
    assertThat(summary.get("steps").asLong()).isEqualTo(1297 / 128);
    assertThat(summary.get("seconds").asDouble()).isPositive();
    assertThat(summary.get("samplesPerSecond").asDouble()).isPositive();
    assertThat(summary.get("peakMemoryBytes").asLong()).isGreaterThan(50L << 20);
  }

  @Test
  void figures_are_fractions_by_evaluator_and_metric() {
    JsonNode metrics = run.summary().get("metrics");

    assertThat(metrics)
        .allSatisfy(
            subject -> {
              assertThat(names(subject)).contains("knn.top1", "linear-probe.top1");
              assertThat(subject).allMatch(figure -> figure.asDouble() >= 0);
              assertThat(subject).allMatch(figure -> figure.asDouble() <= 1);
            });
    assertThat(metrics.get("learned")).isNotEqualTo(metrics.get("untrained"));
  }

  @Test
  void every_figure_has_a_unit_a_direction_and_the_options_it_was_measured_with() {
    JsonNode summary = run.summary();
    Set<String> described = new TreeSet<>();
    summary
        .get("protocol")
        .properties()
        .forEach(
            evaluator ->
                evaluator
                    .getValue()
                    .get("metrics")
                    .properties()
                    .forEach(
                        metric -> {
                          assertThat(metric.getValue().get("unit").asText()).isEqualTo("fraction");
                          assertThat(metric.getValue().get("higherIsBetter").asBoolean()).isTrue();
                          described.add(evaluator.getKey() + "." + metric.getKey());
                        }));

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(names(summary.at("/metrics/learned")));
    assertThat(summary.at("/protocol/knn/options").get("k").asInt()).isEqualTo(20);
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
