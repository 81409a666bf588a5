package io.dyad.contract.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialsTest {
  private static final Size LARGE = new Size(9, 8);

  @Test
  void a_check_that_holds_runs_once() {
    List<Size> tried = new ArrayList<>();
    assertThatCode(() -> run(Size.ONE, trial -> tried.add(trial.size())))
        .doesNotThrowAnyException();
    assertThat(tried).containsExactly(LARGE);
  }

  @Test
  void a_failure_is_shrunk_to_the_smallest_input_that_fails() {
    assertThatThrownBy(() -> run(Size.ONE, trial -> assertThat(trial.size().batch()).isLessThan(3)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "less than", "batch 3, width 1", "seed 1", "float64", "batch 9, width 8");
  }

  @Test
  void nothing_below_the_least_size_is_tried() {
    assertThatThrownBy(
            () ->
                run(
                    new Size(4, 2),
                    trial -> {
                      throw new IllegalStateException("always");
                    }))
        .hasMessageContainingAll("always", "batch 4, width 2");
  }

  @Test
  void a_failure_of_another_kind_is_no_smaller_case() {
    assertThatThrownBy(
            () ->
                run(
                    Size.ONE,
                    trial -> {
                      if (trial.size().equals(LARGE)) {
                        throw new IllegalStateException("large");
                      }
                      throw new ArithmeticException("small");
                    }))
        .hasMessageContaining("large")
        .hasMessageContaining("input that fails: batch 9, width 8");
  }

  @Test
  void the_same_seed_gives_the_same_numbers() {
    try (Trial one = new Trial(DataType.FLOAT64, LARGE, 5);
        Trial two = new Trial(DataType.FLOAT64, LARGE, 5);
        Trial other = new Trial(DataType.FLOAT64, LARGE, 6)) {
      double[] numbers = one.normal("rows", 3, 2).toDoubleArray();
      assertThat(two.normal("rows", 3, 2).toDoubleArray()).containsExactly(numbers);
      assertThat(other.normal("rows", 3, 2).toDoubleArray()).isNotEqualTo(numbers);
    }
  }

  private static void run(Size least, Trials.Check check) {
    Trials.run(DataType.FLOAT64, LARGE, least, check);
  }
}
