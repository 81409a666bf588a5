package io.dyad.runtime.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Data;
import io.dyad.api.LossValue;
import io.dyad.api.NumericException;
import io.dyad.api.Progress;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps against calculations by hand. The loss is half the mean squared length of x W. */
class TrainerTest {
  private static final String WEIGHT = "main.encoder.main.weight";
  private static final String TWO_NETWORKS =
      """
      networks.other.encoder { use = linear, weight = 0.5 }
      objective.other { loss = quadratic, pairs { use = everything, network = other } }
      objective.first { loss = quadratic, pairs = everything }
      loss = null
      pairs = null
      """;

  @Test
  void one_step_of_gradient_descent_is_the_hand_calculation() {
    try (FakeRun run = FakeRun.of();
        Trainer trainer = run.trainer()) {
      double[][] weight = constant(0.5);
      double[] expected = flat(descend(weight, batch(run, 0), 0.1));
      Map<String, Double> values = run.steps(trainer, 1);
      assertThat(doubles(run.parameter(WEIGHT))).containsExactly(expected, within(1e-6));
      assertThat(values.get("learning-rate")).isEqualTo(0.1);
      assertThat(values.get("gradient-norm")).isCloseTo(norm(batch(run, 0)), within(1e-5));
      assertThat(values).containsKeys("loss", "term.main", "observed.main.keys");
    }
  }

  /** With all weights equal, both outputs of a row are half the sum of its numbers. */
  @Test
  void an_observation_of_many_numbers_is_reported_as_their_distribution() {
    try (FakeRun run = FakeRun.of();
        Trainer trainer = run.trainer()) {
      double[] squares =
          Arrays.stream(batch(run, 0))
              .mapToDouble(row -> 0.5 * Math.pow(Arrays.stream(row).sum(), 2))
              .toArray();
      StepReport report = run.step(trainer, Progress.of(0, 1, 0, 2), true);
      Distribution seen = requireNonNull(report.distributions().get("observed.main.squares"));
      assertThat(report.values()).doesNotContainKey("observed.main.squares");
      assertThat(seen.low()).isCloseTo(Arrays.stream(squares).min().orElseThrow(), within(1e-4));
      assertThat(seen.high()).isCloseTo(Arrays.stream(squares).max().orElseThrow(), within(1e-4));
      assertThat(seen.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(4);
      assertThat(run.step(trainer, Progress.of(0, 1, 1, 2), false).distributions()).isEmpty();
    }
  }

  @Test
  void an_observation_of_more_than_one_axis_is_refused() {
    try (FakeRun run = FakeRun.of()) {
      NDArray matrix = run.assembly().manager().zeros(new Shape(2, 3));
      LossValue value = LossValue.of(run.assembly().manager().create(1f));
      assertThatThrownBy(() -> value.observe("scores", matrix))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("\"scores\"", "rank 1", "(2, 3)");
    }
  }

  @Test
  void the_learning_rate_grows_with_the_batch_if_it_is_for_so_many_samples() {
    try (FakeRun run = FakeRun.of("train.optimizer.per-samples = 16");
        Trainer trainer = run.trainer()) {
      double[] expected = flat(descend(constant(0.5), batch(run, 0), 0.1 * 4 / 16));
      assertThat(run.steps(trainer, 1).get("learning-rate")).isCloseTo(0.025, within(1e-12));
      assertThat(doubles(run.parameter(WEIGHT))).containsExactly(expected, within(1e-6));
    }
  }

  @Test
  void what_is_frozen_at_first_moves_from_its_step_on() {
    try (FakeRun run = FakeRun.of(TWO_NETWORKS, "train.groups.\"other.*\" { frozen-epochs = 1 }");
        Trainer trainer = run.trainer()) {
      run.steps(trainer, 2);
      assertThat(run.parameter("other.encoder.main.weight")).containsOnly(0.5f);
      run.steps(trainer, 2, 3, true);
      assertThat(run.parameter("other.encoder.main.weight")).doesNotContain(0.5f);
    }
  }

  @Test
  void a_bank_may_start_full_of_random_rows_of_which_none_is_left_when_it_went_round() {
    try (FakeRun run =
            FakeRun.of(
                "train.optimizer.learning-rate = 0",
                "banks.queue { rows { view = view-2, output = representation }, capacity = 8",
                "  initial = random, normalize = true }",
                "pairs { use = everything, key = \"\" }");
        Trainer trainer = run.trainer()) {
      float[] before = run.assembly().bank("queue").rows().toFloatArray();
      assertThat(run.assembly().bank("queue").size()).isEqualTo(8);
      assertUnit(before);
      run.steps(trainer, 1);
      float[] between = run.assembly().bank("queue").rows().toFloatArray();
      assertThat(Arrays.copyOf(between, 8)).containsExactly(Arrays.copyOfRange(before, 8, 16));
      run.steps(trainer, 1, 2, true);
      float[] after = run.assembly().bank("queue").rows().toFloatArray();
      assertUnit(after);
      // Both outputs of a row are the same, so a unit row is two equal numbers.
      for (int i = 0; i < after.length; i += 2) {
        assertThat(after[i]).isEqualTo(after[i + 1]);
        assertThat(before[i]).isNotEqualTo(before[i + 1]);
      }
    }
  }

  private static void assertUnit(float[] rows) {
    for (int i = 0; i < rows.length; i += 2) {
      assertThat(Math.hypot(rows[i], rows[i + 1])).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void the_term_s_weight_scales_its_gradient_and_keeps_its_type() {
    try (FakeRun run =
            FakeRun.of(
                "loss = null\npairs = null",
                "objective.half { loss = quadratic, pairs = everything, weight = 0.5 }");
        Trainer trainer = run.trainer()) {
      double[] expected = flat(descend(constant(0.5), batch(run, 0), 0.05));
      run.steps(trainer, 1);
      assertThat(doubles(run.parameter(WEIGHT))).containsExactly(expected, within(1e-6));
    }
  }

  @Test
  void a_twin_is_the_moving_average_of_the_weights_after_each_step() {
    try (FakeRun run =
            FakeRun.of("twin.momentum = 0.9", "pairs { use = everything, twin = true }");
        Trainer trainer = run.trainer()) {
      double[] weight = flat(constant(0.5));
      double[] twin = weight.clone();
      for (int step = 0; step < 5; step++) {
        weight = flat(descend(unflat(weight), batch(run, step % 2), 0.1));
        for (int i = 0; i < twin.length; i++) {
          twin[i] = 0.9 * twin[i] + 0.1 * weight[i];
        }
      }
      run.steps(trainer, 5);
      float[] actual =
          requireNonNull(
              FakeRun.numbers(trainer.state().tensors()).get("twin/main.twin.encoder.main.weight"));
      assertThat(doubles(actual)).containsExactly(twin, within(1e-5));
    }
  }

  @Test
  void a_twin_starts_with_the_state_of_its_network_and_keeps_its_own() {
    try (FakeRun run =
            FakeRun.of("twin.momentum = 0.9", "pairs { use = everything, twin = true }");
        Trainer trainer = run.trainer()) {
      run.steps(trainer, 2);
      Map<String, float[]> all = FakeRun.numbers(trainer.state().tensors());
      assertThat(all.get("state/main.encoder/seen")).containsExactly(8);
      assertThat(all.get("state/main.twin.encoder/seen")).containsExactly(8);
    }
  }

  @Test
  void a_queue_is_empty_at_first_and_holds_the_newest_rows_oldest_first() {
    try (FakeRun run =
            FakeRun.of(
                "train.optimizer.learning-rate = 0",
                "banks.queue { rows { view = view-2, output = representation }, capacity = 8 }",
                "pairs { use = everything, key = \"\" }");
        Trainer trainer = run.trainer()) {
      assertThat(run.assembly().bank("queue").size()).isZero();
      run.steps(trainer, 1);
      assertThat(run.assembly().bank("queue").size()).isEqualTo(4);
      run.steps(trainer, 3);
      double[][] first = batch(run, 1);
      double[][] second = batch(run, 0);
      double[][] newest = Stream.of(first, second).flatMap(Arrays::stream).toArray(double[][]::new);
      double[] expected = new double[16];
      for (int row = 0; row < 8; row++) {
        double sum = Arrays.stream(newest[row]).sum();
        expected[2 * row] = sum;
        expected[2 * row + 1] = sum;
      }
      assertThat(doubles(run.assembly().bank("queue").rows().toFloatArray()))
          .containsExactly(expected, within(1e-5));
    }
  }

  @Test
  void a_queue_takes_rows_of_the_twin_as_they_were_compared() {
    try (FakeRun run =
            FakeRun.of(
                "twin.momentum = 0",
                "banks.queue { rows { view = view-1, output = representation, twin = true } }",
                "pairs { use = everything, key = \"\" }");
        Trainer trainer = run.trainer()) {
      run.steps(trainer, 1);
      assertThat(run.assembly().bank("queue").rows().get("0").getFloat(0))
          .isCloseTo((float) (0.5 * Arrays.stream(batch(run, 0)[0]).sum()), within(1e-5f));
    }
  }

  @Test
  void frozen_parameters_stay_and_the_others_move() {
    try (FakeRun run = FakeRun.of(TWO_NETWORKS, "train.groups.\"other.*\" { frozen = true }");
        Trainer trainer = run.trainer()) {
      run.steps(trainer, 3);
      assertThat(run.parameter("other.encoder.main.weight")).containsOnly(0.5f);
      assertThat(run.parameter(WEIGHT)).doesNotContain(0.5f);
    }
  }

  @Test
  void each_phase_moves_its_own_parameters_on_one_encoding() {
    try (FakeRun run =
            FakeRun.of(
                TWO_NETWORKS,
                "procedure { use = turns, phases = [one, two, one] }",
                "phases.one { terms = [first], trains = [\"main.*\"] }",
                "phases.two { terms = [other], trains = [\"other.*\"] }");
        Trainer trainer = run.trainer()) {
      double[][] once = descend(constant(0.5), batch(run, 0), 0.1);
      double[][] twice = descend(once, batch(run, 0), 0.1);
      run.steps(trainer, 1);
      assertThat(doubles(run.parameter(WEIGHT))).containsExactly(flat(twice), within(1e-6));
      assertThat(doubles(run.parameter("other.encoder.main.weight")))
          .containsExactly(flat(once), within(1e-6));
    }
  }

  @Test
  void a_loss_that_is_no_number_stops_before_the_update_and_says_where() {
    try (FakeRun run = FakeRun.of("loss { use = quadratic, broken = loss }");
        Trainer trainer = run.trainer()) {
      assertThatThrownBy(() -> run.steps(trainer, 1))
          .isInstanceOf(NumericException.class)
          .hasMessageContainingAll("NaN", "step 0", "main = NaN", "samples [");
      assertThat(run.parameter(WEIGHT)).containsOnly(0.5f);
    }
  }

  @Test
  void gradients_that_are_no_numbers_stop_before_the_update_too() {
    try (FakeRun run = FakeRun.of("loss { use = quadratic, broken = gradient }");
        Trainer trainer = run.trainer()) {
      assertThatThrownBy(() -> run.steps(trainer, 1))
          .isInstanceOf(NumericException.class)
          .hasMessageContainingAll("loss is finite", "gradients is NaN", "step 0", "samples [");
      assertThat(run.parameter(WEIGHT)).containsOnly(0.5f);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"loss", "gradient"})
  void where_losses_are_read_later_nothing_moves_until_then_and_the_step_is_named(String broken) {
    try (FakeRun run = FakeRun.of("loss { use = quadratic, at = 2, broken = " + broken + " }");
        Trainer trainer = run.trainer(1000)) {
      assertThat(run.steps(trainer, 0, 2, false)).doesNotContainKeys("loss", "gradient-norm");
      trainer.watch().read();
      float[] before = run.parameter(WEIGHT);
      run.steps(trainer, 2, 6, false);

      assertThat(run.parameter(WEIGHT)).containsExactly(before);
      assertThatThrownBy(() -> trainer.watch().read())
          .isInstanceOf(NumericException.class)
          .hasMessageContainingAll("NaN", "at step 2 ", "main = ", "samples [");
    }
  }

  @Test
  void losses_are_read_later_without_a_difference() {
    try (FakeRun run = FakeRun.of();
        FakeRun other = FakeRun.of();
        Trainer each = run.trainer(1);
        Trainer later = other.trainer(1000)) {
      run.steps(each, 0, 5, false);
      other.steps(later, 0, 4, false);
      assertThat(other.steps(later, 4, 5, true)).containsKeys("loss", "gradient-norm");
      assertThat(other.parameter(WEIGHT)).containsExactly(run.parameter(WEIGHT));
    }
  }

  @Test
  void a_logged_step_tells_of_an_earlier_one_that_was_not_read() {
    try (FakeRun run = FakeRun.of("loss { use = quadratic, at = 1, broken = loss }");
        Trainer trainer = run.trainer(1000)) {
      run.steps(trainer, 0, 3, false);
      assertThatThrownBy(() -> run.steps(trainer, 3, 4, true))
          .isInstanceOf(NumericException.class)
          .hasMessageContaining("at step 1 ");
    }
  }

  /** Returns the gradient step of a weight on some rows: W - rate / N * x'x W. */
  private static double[][] descend(double[][] weight, double[][] rows, double rate) {
    double[][] result = new double[weight.length][2];
    for (int i = 0; i < weight.length; i++) {
      for (int j = 0; j < 2; j++) {
        result[i][j] = weight[i][j] - rate * gradient(weight, rows, i, j);
      }
    }
    return result;
  }

  private static double gradient(double[][] weight, double[][] rows, int i, int j) {
    double sum = 0;
    for (double[] row : rows) {
      double output = 0;
      for (int k = 0; k < weight.length; k++) {
        output += row[k] * weight[k][j];
      }
      sum += row[i] * output;
    }
    return sum / rows.length;
  }

  private static double norm(double[][] rows) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        sum += Math.pow(gradient(constant(0.5), rows, i, j), 2);
      }
    }
    return Math.sqrt(sum);
  }

  private static double[][] batch(FakeRun run, int index) {
    try (NDManager own = run.assembly().manager().newSubManager()) {
      PartContext context = run.assembly().frames().evaluation(own).step("data");
      long[] ids = run.assembly().data().batch(Data.TRAIN, 0, index, context).ids();
      return Arrays.stream(ids)
          .mapToObj(id -> doubles(FakeParts.point(id, 3)))
          .toArray(double[][]::new);
    }
  }

  private static double[][] constant(double value) {
    return new double[][] {{value, value}, {value, value}, {value, value}};
  }

  private static double[] flat(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[][] unflat(double[] values) {
    return new double[][] {{values[0], values[1]}, {values[2], values[3]}, {values[4], values[5]}};
  }

  private static double[] doubles(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[i];
    }
    return result;
  }
}
