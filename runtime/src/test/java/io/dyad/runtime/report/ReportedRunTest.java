package io.dyad.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportedRunTest {
  private static final String CONFIG =
      """
      name = trial                  # trial.conf:1
      seed = 3                      # --set
      train {
        epochs = 2                  # default of train.epochs
        batch-size = 10             # trial.conf:4
      }
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void config() throws IOException {
    Files.writeString(folder.resolve("config.conf"), CONFIG);
  }

  private static String line(long step, String second, String values) {
    return "{\"step\":%d,\"time\":\"2026-01-01T00:00:%sZ\",\"values\":{%s}}\n"
        .formatted(step, second, values);
  }

  @Test
  void settings_keep_their_order_and_say_where_they_came_from() {
    ReportedRun run = ReportedRun.read(folder);
    assertThat(run.settings())
        .containsExactly(
            new Setting("name", "trial", "trial.conf:1"),
            new Setting("seed", "3", "--set"),
            new Setting("train.epochs", "2", "default of train.epochs"),
            new Setting("train.batch-size", "10", "trial.conf:4"));
  }

  @Test
  void what_a_run_that_still_goes_lacks_is_said() {
    ReportedRun run = ReportedRun.read(folder);
    assertThat(run.gaps()).hasSize(3);
    assertThat(run.gaps().get(0)).contains("no figures yet");
    assertThat(run.gaps().get(1)).contains("still going, or was stopped");
    assertThat(run.gaps().get(2)).contains("environment.json");
  }

  @Test
  void broken_files_are_gaps_too() throws IOException {
    Files.writeString(folder.resolve("config.conf"), "name = {");
    Files.writeString(folder.resolve("summary.json"), "{");
    Files.writeString(folder.resolve("metrics.jsonl"), "x\ny\n" + line(1, "00", "\"a\":1"));
    ReportedRun run = ReportedRun.read(folder);
    assertThat(run.settings()).isEmpty();
    assertThat(String.join("\n", run.gaps()))
        .contains("config.conf", "summary.json", "2 broken lines were passed over");
    assertThat(new Report("a", "b", RunSections.measured(List.of(run))).html()).contains("<html");
  }

  @Test
  void a_folder_that_is_no_run_is_refused() {
    assertThatThrownBy(() -> ReportedRun.read(folder.resolve("none")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is no run folder");
  }

  @Test
  void without_a_summary_the_last_evaluation_stands_for_what_was_learned() throws IOException {
    Files.writeString(
        folder.resolve("metrics.jsonl"),
        line(0, "00", "\"evaluate/knn.top1\":0.25")
            + line(5, "10", "\"evaluate/knn.top1\":0.5")
            + line(8, "20", "\"train/loss\":1"));
    ReportedRun run = ReportedRun.read(folder);
    assertThat(Figures.of(run, List.of(run)))
        .containsEntry("untrained", Map.of("knn.top1", 0.25))
        .containsEntry("learned", Map.of("knn.top1", 0.5))
        .containsEntry("steps", 8L)
        .containsEntry("experiment", "trial");
  }

  /** Two epochs of 4 steps of 10 samples: 5 s, then 2 s after an evaluation of 3 s. */
  @Test
  void throughput_leaves_out_the_time_of_evaluations() throws IOException {
    Files.writeString(
        folder.resolve("metrics.jsonl"),
        line(0, "00", "\"evaluate/knn.top1\":0.25")
            + line(0, "01", "\"train/loss\":3,\"epoch\":0")
            + line(4, "05", "\"representation/deviation\":1,\"epoch\":0")
            + line(4, "08", "\"evaluate/knn.top1\":0.5,\"epoch\":0")
            + line(4, "09", "\"train/loss\":2,\"epoch\":1")
            + line(8, "10", "\"representation/deviation\":1,\"epoch\":1"));
    ReportedRun run = ReportedRun.read(folder);
    assertThat(Throughput.of(run)).containsExactly(new Point(4, 40 / 5.0), new Point(8, 40 / 2.0));
    assertThat(Throughput.stepsPerEpoch(run.history().figures())).isEqualTo(4);
  }

  @Test
  void only_settings_that_differ_are_named_beside_a_run() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(
        other.resolve("config.conf"), CONFIG.replace("seed = 3", "seed = 4") + "extra = 1\n");
    ReportedRun one = ReportedRun.read(folder);
    ReportedRun two = ReportedRun.read(other);
    assertThat(Differences.of(one, List.of(one, two))).containsExactly("seed = 3");
    assertThat(Differences.of(two, List.of(one, two))).containsExactly("seed = 4", "extra = 1");
  }
}
