package io.dyad.system.resume;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dyad.system.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills processes that train, at random moments; the seed is in every message. */
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillAndResumeIT {
  private static final Logger log = LoggerFactory.getLogger(KillAndResumeIT.class);
  private static final int KILLS = 10;
  private static final int STEPS_BETWEEN_KILLS = 70;

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
    Set<String> left = Set.of();
    TrainingProcess process = train("killed");
    for (int kill = 0; kill < KILLS; kill++) {
      kills.add(kill(process, left, kill));
      left = halfWritten();
      process = TrainingProcess.start(folder, "--resume", run("killed").toString());
    }

    log.info("killed: {}", String.join("; ", kills));
    assertThat(process.exitCode()).as(kills + process.said()).isZero();
    RunComparison.assertSame(run("killed"), undisturbed);
  }

  @ParameterizedTest
  @CsvSource({"training for, TERM, 143", "training for, INT, 130", "measuring the raw, TERM, 143"})
  void a_training_asked_to_end_saves_and_says_how_it_goes_on(
      String moment, String signal, int exitCode) throws Exception {
    String runs = signal + moment.length();
    TrainingProcess process = train(runs);
    process.await(() -> process.said().contains(moment));
    assumeThat(process.ignores(signal)).as("as background jobs of shells do").isFalse();
    Thread.sleep(random.nextInt(300));
    process.signal(signal);

    assertThat(process.exitCode()).as(process.said()).isEqualTo(exitCode);
    assertThat(process.said())
        .contains("once more to stop at once")
        .contains("go on with: dyad train --resume " + folder.relativize(run(runs)));
    TrainingProcess second = TrainingProcess.start(folder, "--resume", run(runs).toString());
    assertThat(second.exitCode()).as(second.said()).isZero();
    RunComparison.assertSame(run(runs), undisturbed);
  }

  /**
   * Strikes at the start, between steps, or while a checkpoint is written, and says which; every
   * time but at the start later in the training than before.
   */
  private String kill(TrainingProcess process, Set<String> leftBefore, int kill) throws Exception {
    String moment = List.of("while writing", "between steps", "at the start").get(kill % 3);
    long step = STEPS_BETWEEN_KILLS * kill + random.nextInt(STEPS_BETWEEN_KILLS);
    switch (moment) {
      case "while writing" -> {
        process.await(() -> newest() >= step);
        process.await(() -> !leftBefore.containsAll(halfWritten()));
      }
      case "between steps" -> {
        process.await(() -> newest() >= step);
        Thread.sleep(random.nextInt(50));
      }
      default -> Thread.sleep(300 + random.nextInt(900));
    }
    assertThat(process.process().isAlive())
        .as("seed %d: killed before its end, kill %d %s: %s", seed, kill, moment, process.said())
        .isTrue();
    process.process().destroyForcibly().waitFor();
    boolean left = !leftBefore.containsAll(halfWritten());
    return moment + " after step " + newest() + (left ? ", one half written" : "");
  }

  /** Returns the names of checkpoints being written, or whose writer was killed. */
  private Set<String> halfWritten() {
    try (Stream<Path> files = Files.list(run("killed").resolve("checkpoints"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains(".tmp-"))
          .collect(toUnmodifiableSet());
    } catch (IOException notYet) {
      return Set.of();
    }
  }

  /** Returns the step of the newest checkpoint, or 0. */
  private long newest() {
    try {
      List<String> names = RunComparison.checkpoints(run("killed"));
      return names.isEmpty() ? 0 : RunComparison.step(names.get(names.size() - 1));
    } catch (IOException | UncheckedIOException notYet) {
      return 0;
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
