package io.dyad.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer that is killed between any two changes to the disk. */
class CheckpointKillTest {
  private final NDManager manager = NDManager.newBaseManager();

  @TempDir Path run;

  @AfterEach
  void close() {
    manager.close();
  }

  /** Ends the process: nothing is done from then on, not even in a finally. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private static final class MortalDisk implements Disk {
    private int changesLeft;

    MortalDisk(int changesLeft) {
      this.changesLeft = changesLeft;
    }

    private void live() {
      if (changesLeft-- <= 0) {
        throw new Killed();
      }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
      live();
      Disk.REAL.createFolder(folder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      live();
      Disk.REAL.move(from, to);
    }

    @Override
    public void delete(Path fileOrEmptyFolder) throws IOException {
      live();
      Disk.REAL.delete(fileOrEmptyFolder);
    }
  }

  @Test
  void the_only_checkpoint_is_replaced_and_at_every_instant_one_is_there() throws IOException {
    int instants = killedEverywhere(List.of(5L), 5, 1);
    assertThat(instants).isGreaterThan(4);
  }

  @Test
  void the_one_that_is_kept_gives_way_to_the_next_and_at_every_instant_one_is_there()
      throws IOException {
    int instants = killedEverywhere(List.of(4L), 5, 1);
    assertThat(instants).isGreaterThan(4);
  }

  @Test
  void two_that_are_kept_are_whole_while_a_third_comes() throws IOException {
    killedEverywhere(List.of(3L, 4L), 5, 2);
  }

  @Test
  void a_writer_killed_while_it_clears_up_after_another_loses_nothing() throws IOException {
    for (int first = 0; first < 12; first++) {
      for (int second = 0; second < 16; second++) {
        Path folder = run.resolve("twice-%d-%d".formatted(first, second));
        write(folder, 5, 5, 1, Disk.REAL);
        killed(folder, 5, 6, 1, first);
        killed(folder, 5, 6, 1, second);
        assertOneIsGood(folder, 5, List.of(5f, 6f));
        assertCleanAfterNextWrite(folder, 5);
      }
    }
  }

  private int killedEverywhere(List<Long> before, long step, int keep) throws IOException {
    for (int changes = 0; ; changes++) {
      Path folder = run.resolve("kill-" + changes);
      for (long earlier : before) {
        write(folder, earlier, earlier, keep, Disk.REAL);
      }
      boolean survived = !killed(folder, step, step + 1, keep, changes);
      long last = before.get(before.size() - 1);
      assertOneIsGood(folder, last, List.of((float) last, step + 1f));
      assertCleanAfterNextWrite(folder, step);
      if (survived) {
        return changes;
      }
    }
  }

  /** Nothing that is half there has the name of a checkpoint. */
  private void assertOneIsGood(Path folder, long atLeast, List<Float> values) throws IOException {
    Checkpoints all = new Checkpoints(folder, 1, Optional.empty());
    try (Stream<Path> paths = Files.list(folder)) {
      assertThat(paths.map(path -> path.getFileName().toString()))
          .filteredOn(name -> name.startsWith("step-"))
          .allSatisfy(name -> assertThat(all.get(name).folder()).isDirectory());
    }
    NewestGood found = all.newestGood();
    assertThat(found.refused()).isEmpty();
    Checkpoint good = found.checkpoint().orElseThrow();
    assertThat(good.state().step()).isGreaterThanOrEqualTo(atLeast);
    NDArray x = Objects.requireNonNull(good.tensors(manager).get("x"));
    assertThat(values).contains(x.getFloat(0));
  }

  private void assertCleanAfterNextWrite(Path folder, long step) throws IOException {
    write(folder, step, 9, 1, Disk.REAL);
    try (Stream<Path> paths = Files.list(folder)) {
      assertThat(paths.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("step-" + step, ".lock");
    }
  }

  private boolean killed(Path folder, long step, float value, int keep, int changes) {
    try {
      write(folder, step, value, keep, new MortalDisk(changes));
      return false;
    } catch (Killed killed) {
      return true;
    }
  }

  private void write(Path folder, long step, float value, int keep, Disk disk) {
    new Checkpoints(folder, keep, Optional.empty(), disk)
        .write(
            Map.of("x", manager.create(new float[] {value})),
            CheckpointState.of(step, 0, 0, "main", Map.of()),
            Optional.empty());
  }
}
