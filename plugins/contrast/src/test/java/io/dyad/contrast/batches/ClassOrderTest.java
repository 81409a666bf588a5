package io.dyad.contrast.batches;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClassOrderTest {
  /** Class c has ids 100 c and following, more of them the higher c is. */
  private static final List<long[]> CLASSES =
      LongStream.range(0, 6)
          .mapToObj(label -> LongStream.range(100 * label, 101 * label + 7).toArray())
          .toList();

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void a_batch_has_some_classes_with_equally_many_different_samples() {
    ClassOrder order = order();
    for (long epoch = 0; epoch < 3; epoch++) {
      for (long i = 0; i < order.batches(epoch); i++) {
        long[] ids = order.ids(epoch, i);
        assertThat(ids).hasSize(12).doesNotHaveDuplicates();
        assertThat(
                Arrays.stream(ids)
                    .boxed()
                    .collect(Collectors.groupingBy(id -> id / 100, Collectors.counting())))
            .hasSize(4)
            .allSatisfy((label, count) -> assertThat(count).isEqualTo(3));
      }
    }
  }

  @Test
  void a_batch_is_a_function_of_epoch_and_index() {
    ClassOrder order = order();
    long[] third = order.ids(5, 2);
    order.ids(0, 0);
    order.ids(1, 0);
    order.ids(2, 0);
    assertThat(order.ids(5, 2)).isEqualTo(third);
    assertThat(order().ids(5, 2)).isEqualTo(third);
    assertThat(order.ids(4, 2)).isNotEqualTo(third);
  }

  @Test
  void an_epoch_has_as_many_batches_as_there_are_samples_for() {
    assertThat(order().batches(0)).isEqualTo((6 * 7 + 15) / 12);
  }

  private ClassOrder order() {
    return new ClassOrder(CLASSES, 4, 3, new SeededDraws(1, manager));
  }
}
