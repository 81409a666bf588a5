package io.dyad.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateIT {
  @Test
  void a_run_evaluated_later_has_the_figures_of_its_summary(@TempDir Path folder) {
    FinishedRun run = FinishedRun.oneEpoch(folder);

    Command command = Command.run("evaluate", run.folder().toString(), "--json");

    assertThat(command.exitCode()).as(command.errors()).isZero();
    JsonNode evaluated = FinishedRun.json(command.output());
    JsonNode summary = run.summary();
    assertThat(evaluated.at("/metrics/learned")).isEqualTo(summary.at("/metrics/learned"));
    assertThat(evaluated.at("/metrics/input")).isEqualTo(summary.at("/metrics/input"));
    assertThat(evaluated.get("protocol")).isEqualTo(summary.get("protocol"));
  }
}
