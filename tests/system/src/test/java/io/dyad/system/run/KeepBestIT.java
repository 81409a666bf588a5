package io.dyad.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import io.dyad.system.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With so high a learning rate, later epochs are worse than the first ones. */
class KeepBestIT {
  private record Measured(long step, double value) {}

  @TempDir private Path runs = Path.of("");

  @Test
  void the_best_of_an_accuracy_is_kept_and_can_be_evaluated_and_embedded() throws IOException {
    FinishedRun run = train("knn.top1");
    Measured best =
        measured(run, "evaluate/knn.top1").stream()
            .max(
                Comparator.comparingDouble(Measured::value)
                    .thenComparing(Comparator.comparingLong(Measured::step).reversed()))
            .orElseThrow();

    assertThat(best.step()).isLessThan(60);
    assertThat(names(run)).containsExactlyInAnyOrder("step-" + best.step(), "step-60");
    assertThat(evaluated(run, "best")).isEqualTo(best.value());
    assertThat(evaluated(run, "step-" + best.step())).isEqualTo(best.value());
    assertThat(evaluated(run, "latest"))
        .isEqualTo(run.summary().at("/metrics/learned/knn.top1").asDouble());
    Path output = runs.resolve("best.csv");
    Command embed =
        Command.run(
            "embed", run.folder().toString(), "--checkpoint", "best", "-o", output.toString());
    assertThat(embed.exitCode()).as(embed.errors()).isZero();
    assertThat(output).isNotEmptyFile();
  }

  private FinishedRun train(String metric) {
    return FinishedRun.of(
        runs,
        Trial.TWIN.file().toString(),
        "--set",
        "train { epochs = 6, optimizer.learning-rate = 0.1, schedule.shape = constant }",
        "--set",
        "evaluate { every-epochs = 1, evaluators.knn.k = 5 }",
        "--set",
        "checkpoint { keep = 1, keep-best.metric = " + metric + " }");
  }

  private static List<Measured> measured(FinishedRun run, String figure) {
    return run.metrics().stream()
        .filter(line -> line.at("/values").has(figure) && line.get("step").asLong() > 0)
        .map(
            line ->
                new Measured(line.get("step").asLong(), line.get("values").get(figure).asDouble()))
        .toList();
  }

  private static double evaluated(FinishedRun run, String checkpoint) {
    Command command =
        Command.run("evaluate", run.folder().toString(), "--checkpoint", checkpoint, "--json");
    assertThat(command.exitCode()).as(command.errors()).isZero();
    return FinishedRun.json(command.output()).at("/metrics/learned/knn.top1").asDouble();
  }

  private static List<String> names(FinishedRun run) throws IOException {
    try (Stream<Path> paths = Files.list(run.folder().resolve("checkpoints"))) {
      return paths
          .map(path -> path.getFileName().toString().toLowerCase(Locale.ROOT))
          .filter(name -> name.startsWith("step-"))
          .toList();
    }
  }
}
