package io.dyad.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.system.command.FinishedRun;
import io.dyad.system.launcher.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickStartIT {
  @Test
  void train_alone_learns_digits_better_than_raw_pixels_and_an_untrained_network(
      @TempDir Path folder) throws IOException, InterruptedException {
    Launcher.Outcome outcome = Launcher.ofTheBuild().run(folder, Map.of(), "train", "--json");

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    assertThat(outcome.time()).isLessThan(Duration.ofMinutes(2));
    JsonNode metrics = FinishedRun.json(outcome.output()).get("metrics");
    assertThat(probe(metrics, "learned")).isGreaterThan(0.5);
    assertThat(probe(metrics, "learned")).isGreaterThan(probe(metrics, "untrained") + 0.2);
    assertThat(probe(metrics, "learned")).isGreaterThan(probe(metrics, "input") + 0.2);
  }

  private static double probe(JsonNode metrics, String subject) {
    return metrics.get(subject).get("linear-probe.top1").asDouble();
  }
}
