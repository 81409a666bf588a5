package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.DataException;
import io.dyad.api.NumericException;
import io.dyad.api.Progress;
import io.dyad.api.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingLoopTest {
  /** Everything that has state: twin, bank, moments, noise, published values. */
  private static final String[] RICH = {
    "encoder { use = linear }",
    "views { use = multiples, noise = 0.3 }",
    "twin.momentum = 0.9",
    "banks.queue { rows { view = view-2, output = representation, twin = true }, capacity = 8 }",
    "pairs { use = everything, key = \"\" }",
    "train.optimizer.algorithm = adamw",
    "train.schedule.shape = cosine",
    "train.epochs = 4"
  };

  @Test
  void hooks_come_in_the_documented_order() {
    FakeObjectives.CALLS.clear();
    try (FakeRun run = FakeRun.of("train.epochs = 2");
        TrainingLoop loop = run.loop(new TrainingListener() {})) {
      loop.run();
    }
    assertThat(FakeObjectives.CALLS)
        .containsExactly(
            "start",
            "epoch 0",
            "before 0",
            "evaluate",
            "after 0",
            "before 1",
            "evaluate",
            "after 1",
            "end 0",
            "epoch 1",
            "before 2",
            "evaluate",
            "after 2",
            "before 3",
            "evaluate",
            "after 3",
            "end 1",
            "close");
  }

  @Test
  void a_listener_hears_of_waiting_the_batch_and_the_step() {
    List<String> heard = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onWait() {
            heard.add("wait");
          }

          @Override
          public void onBatch() {
            heard.add("batch");
          }

          @Override
          public void onStep(Progress progress, int samples) {
            heard.add("step " + progress.step());
          }
        };
    try (FakeRun run = FakeRun.of("train.epochs = 1");
        TrainingLoop loop = run.loop(listener)) {
      loop.run();
    }
    assertThat(heard).containsExactly("wait", "batch", "step 0", "wait", "batch", "step 1");
  }

  @Test
  void the_same_seed_gives_the_same_bits_whatever_the_loader_threads() {
    Map<String, float[]> expected = trained("train.loaders = 1", "train.prefetch = 1");
    assertSame(trained("train.loaders = 3", "train.prefetch = 5"), expected);
    assertThat(trained("seed = 4").get("parameter/main.encoder.main.weight"))
        .isNotEqualTo(expected.get("parameter/main.encoder.main.weight"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void a_run_that_is_restored_goes_on_bit_for_bit(int microBatch) {
    String chunks = "train.micro-batch = " + microBatch;
    Saved saved = new Saved(2);
    Map<String, float[]> expected;
    try (FakeRun run = FakeRun.of(with(RICH, "checkpoint.every-epochs = 1", chunks));
        TrainingLoop loop = run.loop(saved)) {
      loop.run();
      expected = FakeRun.numbers(loop.state().tensors());
    }
    assertThat(saved.position.step()).isEqualTo(4);
    assertThat(saved.tensors.keySet())
        .contains(
            "parameter/main.encoder.main.weight",
            "twin/main.twin.encoder.main.weight",
            "state/main.encoder/seen",
            "moment/main/count",
            "bank/queue",
            "published/steps");
    try (FakeRun run = FakeRun.of(with(RICH, chunks));
        TrainingLoop loop = run.loop(new TrainingListener() {})) {
      loop.restore(saved.position, saved.tensors);
      loop.run();
      assertSame(FakeRun.numbers(loop.state().tensors()), expected);
    } finally {
      saved.manager.close();
    }
  }

  @Test
  void masks_and_snapshots_are_in_the_state_and_a_rewind_keeps_the_mask() {
    Saved saved = new Saved(1);
    try (FakeRun run =
            FakeRun.of(
                "procedure { use = turns, stages = [1, 2], rewinds = true }",
                "checkpoint.every-epochs = 1",
                "train.optimizer.learning-rate = 0");
        TrainingLoop loop = run.loop(saved)) {
      loop.run();
      Map<String, float[]> all = FakeRun.numbers(loop.state().tensors());
      assertThat(all.get("mask/main.encoder.main.weight")).containsExactly(0, 0, 1, 1, 1, 1);
      assertThat(all).containsKey("snapshot/first/parameter/main.encoder.main.weight");
      assertThat(all.get("parameter/main.encoder.main.weight"))
          .containsExactly(0, 0, 0.5f, 0.5f, 0.5f, 0.5f);
    } finally {
      saved.manager.close();
    }
    assertThat(saved.position.stage().name()).isEqualTo("0");
  }

  @Test
  void stages_of_a_procedure_decide_the_totals() {
    List<Progress> seen = new ArrayList<>();
    try (FakeRun run =
            FakeRun.of("train.epochs = 2", "procedure { use = turns, stages = [1, 3] }");
        TrainingLoop loop = run.loop(steps(seen))) {
      loop.run();
    }
    assertThat(seen).hasSize(8);
    assertThat(seen.get(0).epochs()).isEqualTo(2);
    assertThat(seen.get(7).epochs()).isEqualTo(4);
    assertThat(seen.get(7).steps()).isEqualTo(8);
    assertThat(seen.stream().map(Progress::step)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void a_last_batch_that_is_smaller_is_trained_on_if_it_is_not_dropped() {
    List<Progress> seen = new ArrayList<>();
    try (FakeRun run = FakeRun.of("train.batch-size = 5", "train.drop-last = false");
        TrainingLoop loop = run.loop(steps(seen))) {
      loop.run();
    }
    assertThat(seen).hasSize(2);
  }

  @Test
  void no_array_is_left_behind_over_two_hundred_steps() {
    List<Integer> counts = new ArrayList<>();
    try (FakeRun run = FakeRun.of(with(RICH, "train.epochs = 110"));
        TrainingLoop loop =
            run.loop(
                new TrainingListener() {
                  @Override
                  public void onEpoch(Progress progress, Map<String, Double> figures) {
                    counts.add(arrays(run.assembly().manager()));
                  }
                })) {
      loop.run();
    }
    assertThat(counts.subList(10, 110)).containsOnly(counts.get(10));
  }

  @Test
  void a_sample_that_cannot_be_read_stops_the_run_with_the_sources_own_words() {
    try (FakeRun run =
            FakeRun.of("data { use = points, size = 40, broken = 30 }", "train.loaders = 2");
        TrainingLoop loop = run.loop(new TrainingListener() {})) {
      assertThatThrownBy(loop::run)
          .isInstanceOf(DataException.class)
          .hasMessage("sample 30 cannot be read");
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "false, 2"})
  void data_that_lie_ready_are_fetched_by_the_thread_that_trains(boolean resident, int threads) {
    FakeParts.FETCHING.clear();
    String data = "data { use = points, resident = %s }".formatted(resident);
    try (FakeRun run = FakeRun.of(data, "train.loaders = 2", "train.batch-size = 1");
        TrainingLoop loop = run.loop(new TrainingListener() {})) {
      assertThat(run.assembly().data().loaders()).isEqualTo(threads);
      loop.run();
    }
    assertThat(FakeParts.FETCHING.contains(Thread.currentThread())).isEqualTo(resident);
    assertThat(FakeParts.FETCHING).hasSizeBetween(1, Math.max(1, threads));
  }

  @Test
  void data_that_lie_ready_train_to_the_same_bits() {
    assertSame(trained("data { use = points, resident = true }"), trained());
  }

  @Test
  void an_interrupt_ends_the_run_between_two_steps() {
    TrainingListener interrupts =
        new TrainingListener() {
          @Override
          public void onStep(Progress progress, int samples) {
            Thread.currentThread().interrupt();
          }
        };
    try (FakeRun run = FakeRun.of();
        TrainingLoop loop = run.loop(interrupts)) {
      assertThatThrownBy(loop::run).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void a_collapsed_representation_stops_the_run() {
    try (FakeRun run =
            FakeRun.of("monitors.collapse = true", "encoder { use = linear, weight = 1e-30 }");
        TrainingLoop loop = run.loop(new TrainingListener() {})) {
      assertThatThrownBy(loop::run)
          .isInstanceOf(NumericException.class)
          .hasMessageContaining("monitors.collapse = false");
    }
  }

  private static Map<String, float[]> trained(String... more) {
    try (FakeRun run = FakeRun.of(with(RICH, more));
        TrainingLoop loop = run.loop(new TrainingListener() {})) {
      loop.run();
      return FakeRun.numbers(loop.state().tensors());
    }
  }

  private static TrainingListener steps(List<Progress> seen) {
    return new TrainingListener() {
      @Override
      public void onStep(Progress progress, int samples) {
        seen.add(progress);
      }
    };
  }

  private static String[] with(String[] settings, String... more) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static void assertSame(Map<String, float[]> actual, Map<String, float[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
  }

  private static int arrays(NDManager manager) {
    int count = 0;
    for (NDArray ignored : ((BaseNDManager) manager).getManagedArrays()) {
      count++;
    }
    return count;
  }

  /** Keeps the state of one epoch in memory of its own. */
  private static final class Saved implements TrainingListener {
    private final NDManager manager = NDManager.newBaseManager();
    private final Map<String, NDArray> tensors = new LinkedHashMap<>();
    private final long epoch;
    private TrainingPosition position = TrainingPosition.start(Stage.named("none"));

    Saved(long epoch) {
      this.epoch = epoch;
    }

    @Override
    public void onCheckpoint(TrainingPosition at, TrainingState state) {
      if (at.epoch() == epoch) {
        position = at;
        state.tensors().forEach((name, array) -> tensors.put(name, OwnedCopy.of(array, manager)));
      }
    }
  }
}
