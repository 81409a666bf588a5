package io.dyad.system.resume;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes that train, at random moments; the seed is in every message. */
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillAndResumeIT {
  private static final int KILLS = 10;
  private static final int SIGTERM_EXIT = 143;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private Path folder = Path.of("");
  private Path undisturbed = Path.of("");

  @BeforeAll
  void train_undisturbed(@TempDir Path shared) throws Exception {
    folder = shared;
    TrainingProcess process = train("undisturbed");
    assertThat(process.exitCode()).as(process.said()).isZero();
    undisturbed = run("undisturbed");
  }

  @Test
  void a_training_killed_ten_times_ends_as_if_never_killed() throws Exception {
    List<String> kills = new ArrayList<>(List.of("seed " + seed));
    TrainingProcess process = train("killed");
    for (int kill = 0; kill < KILLS; kill++) {
      kills.add(kill(process, "killed", kill));
      process = TrainingProcess.start(folder, "--resume", run("killed").toString());
    }

    assertThat(process.exitCode()).as(kills + process.said()).isZero();
    RunComparison.assertSame(run("killed"), undisturbed);
  }

  @Test
  void a_training_asked_to_end_saves_and_says_how_it_goes_on() throws Exception {
    TrainingProcess process = train("stopped");
    process.await(() -> process.said().contains("training for"));
    Thread.sleep(300 + random.nextInt(300));
    process.process().destroy();

    assertThat(process.exitCode()).as(process.said()).isEqualTo(SIGTERM_EXIT);
    assertThat(process.said())
        .contains(
            "stopped and saved; go on with: dyad train --resume "
                + folder.relativize(run("stopped")));
    TrainingProcess second = TrainingProcess.start(folder, "--resume", run("stopped").toString());
    assertThat(second.exitCode()).as(second.said()).isZero();
    RunComparison.assertSame(run("stopped"), undisturbed);
  }

  /** Strikes at the start, between steps, or while a checkpoint is written, and says which. */
  private String kill(TrainingProcess process, String runs, int kill) throws Exception {
    String moment = List.of("while writing", "between steps", "at the start").get(kill % 3);
    switch (moment) {
      case "while writing" -> process.await(() -> isWriting(runs));
      case "between steps" -> {
        process.await(() -> process.said().contains("training for"));
        Thread.sleep(random.nextInt(400));
      }
      default -> Thread.sleep(300 + random.nextInt(900));
    }
    assertThat(process.process().isAlive())
        .as("seed %d: killed before its end, kill %d %s: %s", seed, kill, moment, process.said())
        .isTrue();
    process.process().destroyForcibly().waitFor();
    return moment;
  }

  private boolean isWriting(String runs) {
    try (Stream<Path> files = Files.list(run(runs).resolve("checkpoints"))) {
      return files.anyMatch(file -> file.getFileName().toString().contains(".tmp-"));
    } catch (IOException notYet) {
      return false;
    }
  }

  private TrainingProcess train(String runs) throws IOException {
    return TrainingProcess.start(folder, Trial.EVERYTHING.file().toString(), "--runs", runs);
  }

  /** Returns the run folder below a folder of runs, relative to where the processes work. */
  private Path run(String runs) throws IOException {
    try (Stream<Path> children = Files.list(folder.resolve(runs))) {
      return children.findFirst().orElseThrow(() -> new IOException("no run yet"));
    }
  }
}
