package io.dyad.system.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.browser.Chromium;
import io.dyad.system.browser.Tab;
import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scores that a loss observed, as a page shows them. */
class ReportScoresIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void scores_are_drawn_where_a_loss_observed_them_and_said_to_be_missing_elsewhere()
      throws IOException {
    Path watched = train("watched", "include \"presets/moco-ft\"");
    Path plain = train("plain", "include \"presets/simclr\"");
    Path page = folder.resolve("scores.html");
    Command.run(
        "report", "--figures-only", "-o", page.toString(), watched.toString(), plain.toString());
    try (Chromium chromium = Chromium.start(folder.resolve("profile"));
        Tab tab = chromium.tab()) {
      tab.device(375, 812, 1, false);
      tab.open(page);
      assertThat(tab.problems()).isEmpty();
      assertThat(tab.evaluate("document.querySelectorAll('#scores .chart svg').length").asInt())
          .isEqualTo(4);
      assertThat(tab.evaluate("document.querySelector('#scores').textContent").asText())
          .contains("Means", "Variances", "Positive pairs", "Negative pairs")
          .contains("wrap the loss in score-statistics");
      assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(375);
    }
  }

  private Path train(String name, String config) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".conf"), config);
    return FinishedRun.of(folder.resolve(name), file.toString(), "--set", "train.epochs=3")
        .folder();
  }
}
