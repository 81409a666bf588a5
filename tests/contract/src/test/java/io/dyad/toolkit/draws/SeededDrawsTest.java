package io.dyad.toolkit.draws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeededDrawsTest {
  private static final Shape MANY = new Shape(200_000);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final SeededDraws draws = new SeededDraws(7, manager);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void the_same_name_in_the_same_place_gives_the_same_numbers_in_any_order() {
    float[] first = draws.uniform("first", new Shape(5)).toFloatArray();
    draws.normal("between", new Shape(3));
    assertThat(draws.uniform("first", new Shape(5)).toFloatArray()).containsExactly(first);
    assertThat(new SeededDraws(7, manager).uniform("first", new Shape(5)).toFloatArray())
        .containsExactly(first);
  }

  @Test
  void seed_name_purpose_and_index_each_change_the_numbers() {
    List<Draws> places =
        List.of(
            draws,
            new SeededDraws(8, manager),
            draws.at("step", 0),
            draws.at("step", 1),
            draws.at("epoch", 0),
            draws.at("step", 0).at("step", 0),
            draws.forSamples(new long[] {0}));
    assertThat(places.stream().map(place -> place.uniform("x", new Shape(1)).getFloat(0)))
        .doesNotHaveDuplicates()
        .doesNotContain(draws.uniform("y", new Shape(1)).getFloat(0));
  }

  @Test
  void a_sample_draws_the_same_in_any_batch() {
    Draws whole = draws.forSamples(new long[] {3, 1, 4, 15});
    Draws part = draws.forSamples(new long[] {15, 1});
    NDArray all = whole.normal("noise", new Shape(4, 6));
    NDArray some = part.normal("noise", new Shape(2, 6));
    assertThat(some.get(0).toFloatArray()).containsExactly(all.get(3).toFloatArray());
    assertThat(some.get(1).toFloatArray()).containsExactly(all.get(1).toFloatArray());
    assertThat(part.permutation("order", 9).get(0).toLongArray())
        .containsExactly(whole.permutation("order", 9).get(3).toLongArray());
  }

  @Test
  void threads_do_not_matter() {
    List<Float> expected =
        IntStream.range(0, 200)
            .mapToObj(i -> draws.at("i", i).normal("x", new Shape(2)).getFloat(1))
            .toList();
    List<Float> parallel =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> draws.at("i", i).normal("x", new Shape(2)).getFloat(1))
            .toList();
    assertThat(parallel).isEqualTo(expected);
  }

  @Test
  void uniform_numbers_have_their_moments_and_range() {
    NDArray x = draws.uniform("u", MANY);
    assertThat(x.getDataType()).isEqualTo(DataType.FLOAT32);
    assertThat(x.min().getFloat()).isBetween(0f, 1e-4f);
    assertThat(x.max().getFloat()).isBetween(1 - 1e-4f, Math.nextDown(1f));
    assertMoments(x, 0.5, 1 / 12.0);
  }

  @Test
  void normal_numbers_have_their_moments() {
    NDArray x = draws.normal("n", MANY);
    assertMoments(x, 0, 1);
    assertThat(x.pow(4).mean().getFloat()).isCloseTo(3, within(0.1f));
    assertThat(x.get("1:").mul(x.get(":-1")).mean().getFloat()).isCloseTo(0, within(0.01f));
  }

  @Test
  void beta_numbers_have_their_moments_for_large_and_small_parameters() {
    for (double[] p : new double[][] {{2, 5}, {0.5, 0.5}, {1, 1}, {0.01, 0.01}}) {
      double sum = p[0] + p[1];
      NDArray x = draws.beta("b", p[0], p[1], MANY);
      assertMoments(x, p[0] / sum, p[0] * p[1] / (sum * sum * (sum + 1)));
    }
    assertThatThrownBy(() -> draws.beta("b", 0, 1, MANY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("greater than 0");
  }

  @Test
  void integers_are_uniform_below_their_bound() {
    NDArray x = draws.integers("i", 4, MANY);
    assertThat(x.getDataType()).isEqualTo(DataType.INT64);
    for (int value = 0; value < 4; value++) {
      assertThat(x.eq(value).toType(DataType.FLOAT32, false).mean().getFloat())
          .isCloseTo(0.25f, within(0.005f));
    }
    assertThatThrownBy(() -> draws.integers("i", 0, MANY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1");
  }

  @Test
  void permutations_hold_each_number_once_and_put_each_anywhere() {
    int[] first = new int[5];
    for (int i = 0; i < 5000; i++) {
      long[] permutation = draws.at("i", i).permutation("p", 5).toLongArray();
      assertThat(permutation).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
      first[(int) permutation[0]]++;
    }
    assertThat(Arrays.stream(first).boxed()).allMatch(count -> count > 850 && count < 1150);
  }

  @Test
  void draws_for_samples_need_a_row_a_sample() {
    assertThatThrownBy(() -> draws.forSamples(new long[] {1, 2}).uniform("x", new Shape(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("first axis of 2", "(3)");
  }

  @Test
  void arrays_belong_to_the_manager_the_draws_are_bound_to() {
    try (NDManager other = manager.newSubManager()) {
      NDArray x = draws.with(other).uniform("x", new Shape(2));
      assertThat(x.getManager()).isSameAs(other);
      assertThat(x.toFloatArray()).containsExactly(draws.uniform("x", new Shape(2)).toFloatArray());
    }
  }

  private static void assertMoments(NDArray x, double mean, double variance) {
    float actual = x.mean().getFloat();
    assertThat((double) actual).isCloseTo(mean, within(0.01));
    assertThat((double) x.sub(actual).square().mean().getFloat()).isCloseTo(variance, within(0.01));
  }
}
