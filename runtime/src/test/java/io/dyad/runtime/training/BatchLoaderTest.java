package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import io.dyad.api.DataException;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchLoaderTest {
  @Test
  void batches_come_in_order_from_the_one_asked_for() {
    try (FakeRun run = FakeRun.of("train.batch-size = 2");
        BatchLoader loader = loader(run, run.assembly().manager(), 2)) {
      loader.start(0, 1);
      for (long index = 1; index < 4; index++) {
        try (BatchLoader.Loaded loaded = loader.next()) {
          assertThat(loaded.batch().ids()).isEqualTo(ids(run, index));
        }
      }
      assertThat(loader.hasNext()).isFalse();
    }
  }

  @Test
  void a_failure_comes_at_its_place_with_its_kind() {
    try (FakeRun run =
            FakeRun.of("data { use = points, size = 8, broken = 5 }", "train.batch-size = 1");
        BatchLoader loader = loader(run, run.assembly().manager(), 3)) {
      loader.start(0, 0);
      assertThatThrownBy(
              () -> {
                while (loader.hasNext()) {
                  loader.next().close();
                }
              })
          .isInstanceOf(DataException.class)
          .hasMessage("sample 5 cannot be read");
    }
  }

  @Test
  void closing_frees_what_was_read_ahead() {
    try (FakeRun run = FakeRun.of("train.batch-size = 1");
        NDManager own = run.assembly().manager().newSubManager()) {
      try (BatchLoader loader = loader(run, own, 2)) {
        loader.start(0, 0);
        loader.next().close();
      }
      assertThat(((BaseNDManager) own).getManagedArrays()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 3, 4", "3, 2, 3"})
  void no_more_batches_are_open_than_are_read_ahead_and_the_one_in_use(
      int threads, int prefetch, int most) {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger seen = new AtomicInteger();
    try (FakeRun run = FakeRun.of("data { use = points, size = 40 }", "train.batch-size = 1");
        BatchLoader loader =
            BatchLoader.of(
                run.assembly().data(),
                run.assembly().manager(),
                (owner, epoch, index) -> {
                  seen.accumulateAndGet(open.incrementAndGet(), Math::max);
                  owner.attachInternal("batch", open::decrementAndGet);
                  return frame(run, owner, epoch, index);
                },
                threads,
                prefetch)) {
      loader.start(0, 0);
      while (loader.hasNext()) {
        loader.next().close();
      }
    }
    assertThat(seen.get()).isBetween(1, most);
    assertThat(open.get()).isZero();
  }

  @Test
  void an_interrupted_thread_does_not_wait_for_data() {
    try (FakeRun run = FakeRun.of();
        BatchLoader loader = loader(run, run.assembly().manager(), 1)) {
      loader.start(0, 0);
      Thread.currentThread().interrupt();
      assertThatThrownBy(loader::next).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static BatchLoader loader(FakeRun run, NDManager parent, int threads) {
    return BatchLoader.of(
        run.assembly().data(),
        parent,
        (owner, epoch, index) -> frame(run, owner, epoch, index),
        threads,
        4);
  }

  private static Frame frame(FakeRun run, NDManager owner, long epoch, long index) {
    return run.assembly().frames().at(owner, Mode.TRAIN, Progress.of(epoch, 1, index, 8), Map.of());
  }

  private static long[] ids(FakeRun run, long index) {
    try (NDManager own = run.assembly().manager().newSubManager()) {
      return run.assembly()
          .data()
          .batch("train", 0, index, run.assembly().frames().evaluation(own).step("data"))
          .ids();
    }
  }
}
