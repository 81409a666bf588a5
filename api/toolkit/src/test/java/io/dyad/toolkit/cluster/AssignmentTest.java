package io.dyad.toolkit.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {
  @Test
  void a_greedy_choice_is_not_enough() {
    assertThat(Assignment.largest(new double[][] {{9, 8}, {8, 1}})).containsExactly(1, 0);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3", "5, 5", "6, 6", "2, 5", "4, 6"})
  void gains_as_much_as_the_best_of_all_assignments(int rows, int columns) {
    Random random = new Random(7);
    for (int trial = 0; trial < 50; trial++) {
      double[][] gains = new double[rows][columns];
      for (double[] row : gains) {
        for (int i = 0; i < columns; i++) {
          row[i] = trial % 2 == 0 ? random.nextGaussian() : random.nextInt(4);
        }
      }
      int[] chosen = Assignment.largest(gains);
      assertThat(chosen).hasSize(rows).doesNotHaveDuplicates();
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += gains[i][chosen[i]];
      }
      assertThat(sum).isCloseTo(best(gains, 0, new boolean[columns]), within(1e-9));
    }
  }

  private static double best(double[][] gains, int row, boolean[] taken) {
    if (row == gains.length) {
      return 0;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        taken[i] = true;
        best = Math.max(best, gains[row][i] + best(gains, row + 1, taken));
        taken[i] = false;
      }
    }
    return best;
  }

  @Test
  void the_same_assignment_is_found_among_equals() {
    double[][] equal = new double[8][8];
    assertThat(Assignment.largest(equal)).isEqualTo(Assignment.largest(equal));
  }

  @Test
  void more_rows_than_columns_are_refused() {
    assertThatThrownBy(() -> Assignment.largest(new double[][] {{1}, {2}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("2 rows", "among 1");
  }

  @Test
  void a_gain_that_is_no_number_is_refused_by_its_place() {
    assertThatThrownBy(() -> Assignment.largest(new double[][] {{1, Double.NaN}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("row 0", "column 1", "NaN");
  }

  @Test
  void rows_of_different_lengths_are_refused() {
    assertThatThrownBy(() -> Assignment.largest(new double[][] {{1, 2}, {1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 1 has 1 gains instead of 2");
  }
}
