package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Progress;
import io.dyad.runtime.training.TrainingPosition.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs of two stages of two epochs of two steps, stopped anywhere, with everything that has state.
 */
class StoppedLoopTest {
  private static final String[] RUN = {
    "encoder { use = linear }",
    "views { use = multiples, noise = 0.3 }",
    "twin.momentum = 0.9",
    "banks.queue { rows { view = view-2, output = representation, twin = true }, capacity = 8",
    "  initial = random, normalize = true }",
    "pairs { use = everything, key = \"\" }",
    "procedure { use = turns, stages = [2, 2], rewinds = true }",
    "train.optimizer.algorithm = adamw",
    "train.schedule.shape = cosine",
    "train.epochs = 4",
    "checkpoint.every-steps = 1"
  };

  private final NDManager memory = NDManager.newBaseManager();
  private final StopRequest stop = new StopRequest();
  private final List<TrainingPosition> positions = new ArrayList<>();
  private final List<String> more = new ArrayList<>();
  private final Map<String, NDArray> tensors = new LinkedHashMap<>();

  @AfterEach
  void free() {
    memory.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_run_stopped_after_a_step_goes_on_with_the_same_calls_and_bits(long steps) {
    List<String> calls = calls();
    Map<String, float[]> expected = train(new TrainingListener() {});
    List<String> undisturbed = List.copyOf(calls);
    calls.clear();

    trainUntilStopped(new Saving(steps, -1));
    TrainingPosition stopped = positions.get(positions.size() - 1);
    Map<String, float[]> resumed = trainFrom(stopped, new TrainingListener() {});

    assertThat(stopped.step()).isEqualTo(steps);
    assertThat(calls).isEqualTo(undisturbed);
    assertSame(resumed, expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3})
  void a_run_stopped_while_an_epoch_is_measured_measures_it_again_and_nothing_else(long epoch) {
    List<String> calls = calls();
    Map<String, float[]> expected = train(new TrainingListener() {});
    List<String> undisturbed = List.copyOf(calls);
    calls.clear();

    trainUntilStopped(new Saving(-1, epoch));
    TrainingPosition stopped = positions.get(positions.size() - 1);
    List<Long> measured = new ArrayList<>();
    Map<String, float[]> resumed =
        trainFrom(
            stopped,
            new TrainingListener() {
              @Override
              public void onEpoch(Progress progress, Map<String, Double> figures) {
                measured.add(progress.epoch());
              }
            });

    assertThat(stopped.point()).isEqualTo(Point.FIGURES);
    assertThat(measured).isEqualTo(LongStream.range(epoch, 4).boxed().toList());
    assertThat(calls).isEqualTo(undisturbed);
    assertSame(resumed, expected);
  }

  /** Stopped before and after the group is released, whose moments and counts begin then. */
  @ParameterizedTest
  @CsvSource({"sgd,2", "adam,2", "adam,5", "adamw,5", "lars,2", "lars,5", "larc,2", "larc,5"})
  void a_run_with_a_group_that_starts_late_goes_on_with_the_same_bits(
      String algorithm, long steps) {
    more.add("train.optimizer { algorithm = " + algorithm + ", weight-decay = 0.1 }");
    more.add("train.groups.\"*\" { frozen-steps = 3, learning-rate-factor = 0.5 }");
    more.add("train.schedule { shape = step, milestones = [1.5], warmup-epochs = 0.5 }");
    Map<String, float[]> expected = train(new TrainingListener() {});

    trainUntilStopped(new Saving(steps, -1));

    assertSame(trainFrom(positions.get(positions.size() - 1), new TrainingListener() {}), expected);
  }

  @Test
  void each_step_is_saved_once_and_the_end_once_more() {
    train(new Saving(-1, -1));

    assertThat(positions)
        .extracting(TrainingPosition::step)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 8L);
    assertThat(positions)
        .extracting(TrainingPosition::batch)
        .as("the last of an epoch is saved when the epoch has ended")
        .containsExactly(1L, 0L, 1L, 0L, 1L, 0L, 1L, 0L, 0L);
    assertThat(positions.get(8).point()).isEqualTo(Point.FINISHED);
  }

  @Test
  void a_run_that_is_finished_is_not_asked_for_another_stage() {
    Map<String, float[]> expected = train(new Saving(-1, -1));
    List<TrainingPosition> before = List.copyOf(positions);
    calls().clear();

    assertSame(trainFrom(before.get(8), new Saving(-1, -1)), expected);
    assertThat(positions).as("nothing is saved again").isEqualTo(before);
    assertThat(calls()).containsExactly("close");
  }

  private String[] settings() {
    return Stream.concat(Arrays.stream(RUN), more.stream()).toArray(String[]::new);
  }

  private Map<String, float[]> train(TrainingListener listener) {
    try (FakeRun run = FakeRun.of(settings());
        TrainingLoop loop = run.loop(listener, stop)) {
      calls().clear();
      loop.run();
      return finished(loop);
    }
  }

  private void trainUntilStopped(Saving saving) {
    try (FakeRun run = FakeRun.of(settings());
        TrainingLoop loop = run.loop(saving, stop)) {
      calls().clear();
      assertThatThrownBy(loop::run).isInstanceOf(StoppedException.class);
      calls().add("stopped");
    }
  }

  private Map<String, float[]> trainFrom(TrainingPosition position, TrainingListener listener) {
    List<String> before = upToStop();
    try (FakeRun run = FakeRun.of(settings());
        TrainingLoop loop = run.loop(listener)) {
      calls().clear();
      calls().addAll(before);
      loop.restore(position, tensors);
      loop.run();
      return finished(loop);
    }
  }

  /** What is closed later is called, too, but is no part of the training. */
  private static Map<String, float[]> finished(TrainingLoop loop) {
    List<String> trained = List.copyOf(calls());
    Map<String, float[]> numbers = FakeRun.numbers(loop.state().tensors());
    calls().clear();
    calls().addAll(trained);
    return numbers;
  }

  private static List<String> upToStop() {
    int end = calls().indexOf("stopped");
    return List.copyOf(calls().subList(0, Math.max(end, 0)));
  }

  private static List<String> calls() {
    return FakeObjectives.CALLS;
  }

  private static void assertSame(Map<String, float[]> actual, Map<String, float[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
  }

  /**
   * Keeps what is saved last, and asks for a stop after some steps, or while an epoch is measured.
   */
  private final class Saving implements TrainingListener {
    private final long steps;
    private final long epoch;

    Saving(long steps, long epoch) {
      this.steps = steps;
      this.epoch = epoch;
    }

    @Override
    public void onStep(Progress progress, int samples) {
      if (progress.step() + 1 == steps) {
        stop.make();
      }
    }

    @Override
    public void onEpoch(Progress progress, Map<String, Double> figures) {
      if (progress.epoch() == epoch) {
        stop.make();
        stop.check();
      }
    }

    @Override
    public void onCheckpoint(TrainingPosition position, TrainingState state) {
      positions.add(position);
      tensors.clear();
      state.tensors().forEach((name, array) -> tensors.put(name, OwnedCopy.of(array, memory)));
    }
  }
}
