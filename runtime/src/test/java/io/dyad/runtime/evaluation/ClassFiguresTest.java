package io.dyad.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values by hand, by the definitions that scikit-learn uses, too. */
class ClassFiguresTest {
  private static final double TINY = 1e-12;

  /**
   * Predicted 0 0 1 2 0, true 0 0 1 1 2. F1 of 0: 2 * 2 / (2 + 3) = 0.8; of 1: 2 * 1 / (2 + 1) =
   * 2/3; of 2: 0.
   */
  @Test
  void f1_is_averaged_over_classes_with_equal_weight() {
    double[][] scores = {{3, 1, 0}, {3, 1, 0}, {0, 3, 1}, {0, 1, 3}, {3, 0, 1}};
    ClassFigures figures = ClassFigures.of(scores, new long[] {0, 0, 1, 1, 2});
    assertThat(figures.accuracy()).isEqualTo(0.6);
    assertThat(figures.macroF1()).isCloseTo((0.8 + 2.0 / 3 + 0) / 3, within(TINY));
  }

  @Test
  void a_class_that_is_neither_true_nor_predicted_does_not_count() {
    double[][] scores = {{2, 1, 0}, {1, 2, 0}};
    assertThat(ClassFigures.of(scores, new long[] {0, 1}).macroF1()).isEqualTo(1);
    assertThat(ClassFigures.of(scores, new long[] {0, 1}).auc()).isEqualTo(1);
  }

  /** Class 1 scores .1 .4 .35 .8, true 0 0 1 1: of four pairs three are in order. */
  @Test
  void the_area_is_the_share_of_pairs_in_order() {
    double[][] scores = {{0.9, 0.1}, {0.6, 0.4}, {0.65, 0.35}, {0.2, 0.8}};
    assertThat(ClassFigures.of(scores, new long[] {0, 0, 1, 1}).auc()).isEqualTo(0.75);
  }

  /** Class 0: 2 ties of 2 pairs = 0.5; class 1: of 2 pairs 1 in order; class 2: 2 of 2. */
  @Test
  void ties_count_half_and_each_class_is_held_against_all_others() {
    double[][] scores = {{0.4, 0.5, 0.1}, {0.4, 0.3, 0.3}, {0.4, 0.2, 0.4}};
    assertThat(ClassFigures.of(scores, new long[] {0, 1, 2}).auc())
        .isCloseTo((0.5 + 0.5 + 1) / 3, within(TINY));
  }

  @Test
  void one_class_alone_has_no_area() {
    assertThat(ClassFigures.of(new double[][] {{1, 0}}, new long[] {0}).auc()).isNaN();
  }
}
