package io.dyad.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import io.dyad.api.DataException;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartitionTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void free() {
    manager.close();
  }

  @Test
  void a_target_says_the_parts_and_what_has_no_label_is_in_none() {
    Partition partition =
        Partition.of(
            "split.public", new long[] {0, 1, 2, 3, 0, 1, 2}, new long[] {0, 1, 0, 1, -1, -1, -1});
    assertThat(partition.train()).containsExactly(0);
    assertThat(partition.validation()).containsExactly(1);
    assertThat(partition.test()).containsExactly(2);
  }

  @Test
  void another_value_is_told_with_its_sample() {
    assertThatThrownBy(() -> Partition.of("split.public", new long[] {0, 4}, new long[2]))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("\"split.public\" of sample 1 is 4; a partition says 0 (train)");
  }

  @Test
  void a_missing_part_is_told_with_what_to_do() {
    assertThatThrownBy(() -> given(1, 2).complete(true))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("\"given\" has no labelled train (0) sample");
    assertThatThrownBy(() -> given(0, 1).complete(true))
        .hasMessageContaining("no labelled test (2) sample");
    assertThatThrownBy(() -> given(0, 2).complete(true))
        .hasMessageContainingAll(
            "no labelled validation (1) sample", "random {}", "penalties = [1]");
    assertThatCode(() -> given(0, 2).complete(false)).doesNotThrowAnyException();
  }

  @Test
  void random_parts_are_shares_of_the_labelled_and_have_no_sample_twice() {
    long[] labels = LongStream.range(0, 220).map(i -> i % 11 == 10 ? -1 : i % 2).toArray();
    Partition first = random(labels, 0);
    assertThat(first.train()).hasSize(20);
    assertThat(first.validation()).hasSize(30);
    assertThat(first.test()).hasSize(150);
    assertThat(
            LongStream.concat(
                    LongStream.of(first.train()),
                    LongStream.concat(
                        LongStream.of(first.validation()), LongStream.of(first.test())))
                .sorted())
        .containsExactly(
            LongStream.range(0, 220)
                .filter(i -> labels[(int) i] >= 0)
                .boxed()
                .toArray(Long[]::new));
    assertThat(random(labels, 0).train()).isEqualTo(first.train());
    assertThat(random(labels, 1).train()).isNotEqualTo(first.train());
  }

  @Test
  void shares_that_leave_nothing_to_test_are_refused() {
    assertThatThrownBy(() -> new RandomPartitionOptions(0.5, 0.5, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must leave samples to test");
  }

  private static Partition given(long... values) {
    return Partition.of("given", values, new long[values.length]);
  }

  private Partition random(long[] labels, long index) {
    return Partition.random(
        "random",
        new RandomPartitionOptions(0.1, 0.15, 2),
        labels,
        new SeededDraws(1, manager).at("partition", index));
  }
}
