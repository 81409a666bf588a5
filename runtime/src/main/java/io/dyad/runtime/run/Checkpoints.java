package io.dyad.runtime.run;

import ai.djl.ndarray.NDArray;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.toolkit.file.WriteFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The checkpoints of a run: folders {@code step-N}, of which the last few are kept, and the best by
 * a metric. Which is best is read from the checkpoints themselves, so there is nothing beside them
 * that could be lost or disagree. What is handed out has been held against its checksums.
 */
public final class Checkpoints {
  /** Stands for the newest checkpoint where a name is asked for. */
  public static final String LATEST = "latest";

  /** Stands for the best checkpoint where a name is asked for. */
  public static final String BEST = "best";

  private final Path folder;
  private final int keep;
  private final Optional<String> metric;
  private final CheckpointFolders folders;

  /**
   * Creates a view of a folder of checkpoints, which need not exist yet.
   *
   * @param keep how many of the last to keep, at least 1
   * @param metric by which the best is kept, too; empty: none is
   */
  public Checkpoints(Path folder, int keep, Optional<String> metric) {
    this(folder, keep, metric, Disk.REAL);
  }

  Checkpoints(Path folder, int keep, Optional<String> metric, Disk disk) {
    if (keep < 1) {
      throw new ConfigurationException("checkpoint.keep must be 1 or more, got " + keep);
    }
    this.folder = folder;
    this.keep = keep;
    this.metric = metric;
    this.folders = new CheckpointFolders(folder, disk);
  }

  /**
   * Writes a checkpoint, replacing one of the same step, and removes earlier ones beyond those to
   * keep. A process that is killed at any instant leaves at least one complete checkpoint, if there
   * was one.
   *
   * @param score what it is compared by, if that was measured
   * @throws io.dyad.api.DyadException naming path, cause and free bytes if it cannot be written;
   *     nothing is left behind, and earlier checkpoints stay
   */
  public Checkpoint write(
      Map<String, NDArray> tensors, CheckpointState state, Optional<Score> score) {
    Path target = folder.resolve(CheckpointFolders.name(state.step()));
    try {
      folders.create();
      try (WriterLock lock = WriterLock.take(folder)) {
        if (lock.isExclusive()) {
          folders.recover();
        }
        Path temporary = folders.begin(state.step());
        try {
          Checkpoint.write(temporary, tensors, state, score);
          folders.commit(temporary, state.step());
        } finally {
          folders.deleteAll(temporary);
        }
        removeBefore(state.step());
      }
    } catch (IOException cause) {
      throw WriteFailure.of(target, cause);
    }
    return Checkpoint.read(target);
  }

  /** Later steps than the one just written are of an attempt before, and stay till reached. */
  private void removeBefore(long step) throws IOException {
    NavigableMap<Long, Path> done = folders.steps().headMap(step, true);
    NavigableMap<Long, Checkpoint> readable = readable(done);
    long oldest =
        readable.descendingKeySet().stream().limit(keep).reduce((later, last) -> last).orElse(step);
    Optional<Long> best = best(readable).map(checkpoint -> checkpoint.state().step());
    for (Map.Entry<Long, Path> old : done.headMap(oldest, false).entrySet()) {
      if (best.isEmpty() || !best.get().equals(old.getKey())) {
        folders.remove(old.getValue());
      }
    }
  }

  /** Returns the states that can be read by step; the tensors are not looked at. */
  private static NavigableMap<Long, Checkpoint> readable(NavigableMap<Long, Path> steps) {
    NavigableMap<Long, Checkpoint> readable = new TreeMap<>();
    steps.forEach(
        (step, path) -> {
          try {
            readable.put(step, read(step, path));
          } catch (DataException damaged) {
            return;
          }
        });
    return readable;
  }

  private static Checkpoint read(long step, Path path) {
    Checkpoint checkpoint = Checkpoint.read(path);
    if (checkpoint.state().step() != step) {
      throw new DataException(
          "%s holds step %d; give the folder its name back"
              .formatted(path, checkpoint.state().step()));
    }
    return checkpoint;
  }

  private static Checkpoint verified(long step, Path path) {
    Checkpoint checkpoint = read(step, path);
    checkpoint.verify();
    return checkpoint;
  }

  /** The earlier of two that are equally good. */
  private Optional<Checkpoint> best(NavigableMap<Long, Checkpoint> readable) {
    Optional<Checkpoint> best = Optional.empty();
    for (Checkpoint checkpoint : readable.values()) {
      Optional<Score> score =
          checkpoint.score().filter(one -> metric.filter(one.metric()::equals).isPresent());
      if (score.isPresent()
          && (best.isEmpty() || score.get().isBetterThan(best.get().score().orElseThrow()))) {
        best = Optional.of(checkpoint);
      }
    }
    return best;
  }

  /** Returns the newest checkpoint that is good, and why the later ones are not. */
  public NewestGood newestGood() {
    List<RefusedCheckpoint> refused = new ArrayList<>();
    for (Map.Entry<Long, Path> step : folders.steps().descendingMap().entrySet()) {
      try {
        return new NewestGood(Optional.of(verified(step.getKey(), step.getValue())), refused);
      } catch (DataException reason) {
        refused.add(new RefusedCheckpoint(step.getValue(), String.valueOf(reason.getMessage())));
      }
    }
    return new NewestGood(Optional.empty(), refused);
  }

  /**
   * Returns a checkpoint.
   *
   * @param name {@code latest}, {@code best}, or one such as {@code step-400}
   * @throws ConfigurationException if there is none of that name; the message lists the names
   * @throws DataException if it is damaged, naming the file and what is wrong, and offering the
   *     newest good one; or if there is no checkpoint at all
   */
  public Checkpoint get(String name) {
    NavigableMap<Long, Path> steps = folders.steps();
    if (steps.isEmpty()) {
      throw new DataException(folder + " has no checkpoint: the training did not reach one");
    }
    long step =
        switch (name) {
          case LATEST -> steps.lastKey();
          case BEST -> best(readable(steps)).orElseThrow(this::noBest).state().step();
          default ->
              steps.keySet().stream()
                  .filter(one -> CheckpointFolders.name(one).equals(name))
                  .findFirst()
                  .orElseThrow(() -> unknown(name, steps));
        };
    try {
      return verified(step, Objects.requireNonNull(steps.get(step)));
    } catch (DataException reason) {
      throw new DataException(reason.getMessage() + "\n" + offer(), reason);
    }
  }

  private String offer() {
    return newestGood()
        .checkpoint()
        .map(good -> CheckpointFolders.name(good.state().step()))
        .map(name -> "the newest good checkpoint is %s: --checkpoint %s".formatted(name, name))
        .orElse("no checkpoint in %s is good".formatted(folder));
  }

  private ConfigurationException unknown(String name, NavigableMap<Long, Path> steps) {
    return new ConfigurationException(
        "there is no checkpoint \"%s\" in %s; there are %s, %s and %s"
            .formatted(
                name,
                folder,
                steps.keySet().stream().map(CheckpointFolders::name).toList(),
                LATEST,
                BEST));
  }

  private ConfigurationException noBest() {
    return new ConfigurationException(
        metric
            .map(
                name ->
                    "no checkpoint in %s was measured by %s; choose one of %s"
                        .formatted(folder, name, folders.steps().values()))
            .orElse(
                "the run kept no best checkpoint; it does with checkpoint.keep-best.metric = EVALUATOR.METRIC"));
  }
}
