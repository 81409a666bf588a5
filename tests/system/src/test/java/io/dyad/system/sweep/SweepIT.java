package io.dyad.system.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.system.command.FinishedRun;
import io.dyad.system.launcher.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SweepIT {
  private static final String TWO_RUNS =
      """
      sweep {
        name = small
        common { train.epochs = 1 }
        runs {
          sharp { include "presets/simclr", loss.temperature = 0.1 }
          soft { include "presets/simclr", loss.temperature = 1 }
        }
        vary { seed = [1, 2] }
        columns = [linear-probe.top1]
        expect { sharp { linear-probe.top1 = ["[0, 1]", ">= input - 1"] } }
      }
      """;

  private final Launcher dyad = Launcher.ofTheBuild();

  @TempDir Path folder;

  private Launcher.Outcome sweep(String text, String... arguments)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("small.conf"), text);
    return dyad.run(
        folder,
        Map.of(),
        Stream.concat(Stream.of("sweep"), Stream.of(arguments)).toArray(String[]::new));
  }

  private Path only(String parent) throws IOException {
    try (Stream<Path> children = Files.list(folder.resolve(parent))) {
      List<Path> all = children.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private static List<Path> runs(Path sweep) throws IOException {
    try (Stream<Path> runs = Files.list(sweep.resolve("runs"))) {
      return runs.sorted().toList();
    }
  }

  @Test
  void two_runs_with_two_seeds_make_one_table_and_go_on_where_one_is_missing()
      throws IOException, InterruptedException {
    Launcher.Outcome outcome = sweep(TWO_RUNS, "small.conf");

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    Path sweep = only("sweeps");
    String table = Files.readString(sweep.resolve("table.md"));
    assertThat(outcome.output()).isEqualToNormalizingNewlines(table);
    assertThat(table.lines().map(line -> line.replaceAll(" +", " ")))
        .anyMatch(line -> line.matches("\\| input \\| 0\\.\\d{3} \\| .*"))
        .anyMatch(line -> line.matches("\\| untrained \\| 0\\.\\d{3} ± 0\\.\\d{3} \\| .*"))
        .anyMatch(
            line -> line.matches("\\| sharp \\| 0\\.\\d{3}.*\\| 2 \\|.*: passed; .*: passed \\|"))
        .anyMatch(line -> line.matches("\\| soft \\| 0\\.\\d{3}.*\\| 2 \\| \\|"));
    assertThat(runs(sweep))
        .hasSize(4)
        .allSatisfy(run -> assertThat(run.resolve("summary.json")).exists());

    Path gone = runs(sweep).get(0);
    Files.delete(gone.resolve("summary.json"));
    Launcher.Outcome again = sweep(TWO_RUNS, "--resume", sweep.toString(), "--json");

    assertThat(again.exitCode()).as(again.errors()).isZero();
    assertThat(gone.resolve("summary.json")).as("went on from its checkpoint").exists();
    assertThat(runs(sweep)).hasSize(4);
    JsonNode json = FinishedRun.json(again.output());
    assertThat(json.at("/rows").findValuesAsText("run")).containsExactly("sharp", "soft");
  }

  @Test
  void a_run_that_fails_stops_no_other_and_a_broken_rule_has_an_exit_code_of_its_own()
      throws IOException, InterruptedException {
    Launcher.Outcome failed =
        sweep(
            TWO_RUNS
                .replace("seed = [1, 2]", "seed = [1]")
                .replace("loss.temperature = 1 }", "engine.memory = 1M }"),
            "small.conf");

    assertThat(failed.exitCode()).as(failed.errors()).isEqualTo(1);
    assertThat(failed.output()).contains("| 0 of 1 |", "- soft-seed-1 failed (exit code");
    assertThat(failed.errors()).contains("sharp-seed-1  linear-probe.top1 0.");

    Launcher.Outcome broken =
        sweep(
            TWO_RUNS.replace("seed = [1, 2]", "seed = [1]").replace("[0, 1]", "[2, 3]"),
            "small.conf",
            "--sweeps",
            "others");

    assertThat(broken.exitCode()).as(broken.errors()).isEqualTo(7);
    assertThat(broken.output()).contains("linear-probe.top1 [2, 3]: **failed**");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_signal_stops_the_running_processes_and_the_sweep_goes_on_later()
      throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("small.conf"),
        TWO_RUNS.replace("train.epochs = 1", "train.epochs = 2000, checkpoint.every-steps = 10"));
    Process process =
        new ProcessBuilder(
                dyad.home().resolve("bin/dyad").toString(),
                "sweep",
                "small.conf",
                "--set",
                "sweep.jobs=1")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    while (!Files.exists(folder.resolve("sweeps"))
        || process.descendants().findAny().isEmpty()
        || !isSaving()) {
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("said"))).isTrue();
      Thread.sleep(50);
    }
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();

    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThat(Files.readString(folder.resolve("said")))
        .contains("go on with: dyad sweep --resume");
  }

  private boolean isSaving() throws IOException {
    List<Path> runs = runs(only("sweeps"));
    return !runs.isEmpty() && Files.exists(runs.get(0).resolve("checkpoints"));
  }
}
