package io.dyad.vision.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Encoder;
import io.dyad.api.Kernel;
import io.dyad.api.Needs;
import io.dyad.api.View;
import io.dyad.contract.harness.Harness;
import io.dyad.toolkit.view.TensorView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupNormTest {
  private static final double EPSILON = 1e-5;

  private final Harness harness = new Harness();

  @AfterEach
  void release() {
    harness.close();
  }

  /** Groups of 2 float64 go by way of rows, groups of 4 and more do not. */
  @ParameterizedTest
  @CsvSource({"8, 4", "8, 2", "8, 1", "6, 6"})
  void each_group_of_a_sample_is_brought_to_mean_0_and_variance_1(int channels, int groups) {
    NDArray x = harness.manager().randomNormal(new Shape(3, channels, 5, 4), DataType.FLOAT64);
    NDArray scale = harness.manager().randomNormal(new Shape(channels), DataType.FLOAT64);
    NDArray shift = harness.manager().randomNormal(new Shape(channels), DataType.FLOAT64);
    NDArray input = kernel().call("entry", x, false).singletonOrThrow();
    NDArray actual =
        kernel().call("group_norm", input, (long) groups, scale, shift).singletonOrThrow();
    NDArray grouped = x.reshape(3, groups, -1);
    NDArray centred = grouped.sub(grouped.mean(new int[] {2}, true));
    NDArray deviation = centred.square().mean(new int[] {2}, true).add(EPSILON).sqrt();
    NDArray expected =
        centred
            .div(deviation)
            .reshape(x.getShape())
            .mul(scale.reshape(1, channels, 1, 1))
            .add(shift.reshape(1, channels, 1, 1));
    assertThat(actual.sub(expected).abs().max().getDouble()).isCloseTo(0, within(1e-12));
  }

  @Test
  void groups_are_the_largest_divisor_that_is_no_larger_than_asked() {
    Weights weights = new Weights(harness.setup(), NormKind.GROUP, 4);
    weights.norm("prime", 7, 1);
    weights.norm("even", 6, 1);
    weights.norm("few", 3, 1);
    weights.norm("many", 64, 1);
    assertThat(weights.groups()).containsExactly(1, 3, 3, 4);
    assertThat(weights.state()).isEmpty();
  }

  @Test
  void one_image_is_enough_to_train_on() {
    View image = TensorView.of(harness.manager().randomNormal(new Shape(1, 3, 16, 16)));
    Encoder encoder =
        new ResNetProvider()
            .create(
                new ResNetOptions(18, ResNetStem.CIFAR, 4, false, NormKind.GROUP, 2),
                harness.setup().with(image));
    assertThat(encoder.needs()).isEqualTo(Needs.NOTHING);
    NDArray output = encoder.encode(image, harness.context()).get("representation");
    assertThat(output.isNaN().any().getBoolean()).isFalse();
    assertThat(output.abs().sum().getDouble()).isPositive();
  }

  private Kernel kernel() {
    return harness.kernels().resource(Conv4Provider.class, "convolution");
  }
}
