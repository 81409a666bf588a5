package io.dyad.system.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.system.browser.Chromium;
import io.dyad.system.browser.Tab;
import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportIT {
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

  @TempDir private Path folder = Path.of("");
  private Path run = Path.of("");

  @BeforeEach
  void train() {
    run = FinishedRun.oneEpoch(folder.resolve("runs")).folder();
  }

  @Test
  void a_report_lies_in_its_run_unless_told_otherwise() throws IOException {
    Command command = Command.run("report", "--figures-only", run.toString());
    assertThat(command.exitCode()).as(command.errors()).isZero();
    assertThat(command.output()).contains("report: " + run.resolve("report.html"));
    JsonNode data = data(run.resolve("report.html"));
    assertThat(data.fieldNames())
        .toIterable()
        .containsExactly("figures", "curves", "similarities", "settings", "environment");
    JsonNode figures = data.at("/figures/0");
    assertThat(figures.at("/learned")).isEqualTo(summary().at("/metrics/learned"));
    assertThat(figures.at("/protocol/knn/options/k").asInt()).isEqualTo(20);
    assertThat(figures.at("/gaps")).isEmpty();
    assertThat(data.at("/curves/0/series/throughput~1samples-per-second/0/1").asDouble())
        .isPositive();
    assertThat(data.at("/curves/0/series/similarity~1alignment/0/0").asInt()).isEqualTo(10);
    assertThat(data.at("/similarities/0/moments/0/positive/counts")).hasSize(50);
    assertThat(data.at("/environment/0/environment/device").asText()).isNotEmpty();
    assertThat(data.at("/settings/0/settings").toString()).contains("default of train.prefetch");
  }

  private JsonNode summary() {
    return FinishedRun.json(run.resolve("summary.json"));
  }

  @Test
  void a_run_that_was_stopped_and_damaged_is_reported_as_far_as_it_goes() throws IOException {
    Files.delete(run.resolve("summary.json"));
    Files.delete(run.resolve("environment.json"));
    Files.writeString(
        run.resolve("metrics.jsonl"), "broken\n{\"step\":9", StandardOpenOption.APPEND);
    Files.delete(checkpointOf(run).resolve("tensors.safetensors"));
    Path page = Reports.write(folder.resolve("stopped.html"), run);
    assertThat(data(page).at("/figures/0/gaps").toString())
        .contains("no summary.json", "environment.json", "2 broken lines were passed over");
    assertThat(data(page).at("/map/missing").asText()).contains("tensors.safetensors");
    try (Chromium chromium = Chromium.start(folder.resolve("profile"));
        Tab tab = chromium.tab()) {
      tab.device(375, 812, 1, false);
      tab.open(page);
      assertThat(tab.problems()).isEmpty();
      assertThat(text(tab, "#figures"))
          .contains("still going, or was stopped", "2 broken lines", "Steps so far");
      assertThat(text(tab, "#environment")).contains("environment.json is missing");
      assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(375);
    }
  }

  @Test
  void a_run_of_before_similarities_were_recorded_says_so() throws IOException {
    Path metrics = run.resolve("metrics.jsonl");
    List<String> old =
        Files.readAllLines(metrics).stream().filter(line -> !line.contains("similarity/")).toList();
    Files.write(metrics, old);
    Path page = folder.resolve("old.html");
    Command.run("report", "--figures-only", "-o", page.toString(), run.toString());
    try (Chromium chromium = Chromium.start(folder.resolve("profile"));
        Tab tab = chromium.tab()) {
      tab.open(page);
      assertThat(tab.problems()).isEmpty();
      assertThat(text(tab, "#similarities")).contains("Similarities were not recorded");
      assertThat(text(tab, "#curves")).contains("Alignment and uniformity were not recorded");
    }
  }

  @Test
  void what_is_no_run_is_refused_and_nothing_is_written() {
    Path page = folder.resolve("none.html");
    Command command =
        Command.run("report", run.toString(), folder.toString(), "-o", page.toString());
    assertThat(command.exitCode()).isEqualTo(2);
    assertThat(command.errors()).contains(folder + " is no run folder");
    assertThat(page).doesNotExist();
  }

  private static String text(Tab tab, String selector) {
    return tab.evaluate("document.querySelector('%s').textContent".formatted(selector)).asText();
  }

  private static Path checkpointOf(Path run) throws IOException {
    return new FinishedRun(run, new Command(0, "", "")).checkpoint();
  }

  private static JsonNode data(Path page) throws IOException {
    Matcher found = DATA.matcher(Files.readString(page));
    assertThat(found.find()).isTrue();
    return FinishedRun.json(found.group(1));
  }
}
