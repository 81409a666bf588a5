package io.dyad.vision.encoder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.api.Encoder;
import io.dyad.api.Mode;
import io.dyad.api.View;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EncodersTest {
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final NDManager manager = harness.manager();

  @AfterEach
  void release() {
    harness.close();
  }

  @Test
  void residual_networks_have_the_published_sizes() {
    assertThat(resnet(18, ResNetStem.CIFAR, 64).parameters().count()).isEqualTo(11_168_832);
    assertThat(resnet(50, ResNetStem.IMAGENET, 64).parameters().count()).isEqualTo(23_508_032);
    assertThat(resnet(34, ResNetStem.IMAGENET, 64).parameters().count()).isEqualTo(21_284_672);
  }

  @Test
  void outputs_have_one_row_a_sample() {
    View images = images(3, 3, 16);
    assertThat(encode(resnet(18, ResNetStem.CIFAR, 4), images).getShape())
        .isEqualTo(new Shape(3, 32));
    assertThat(encode(resnet(50, ResNetStem.IMAGENET, 4), images(2, 3, 32)).getShape())
        .isEqualTo(new Shape(2, 128));
    assertThat(encode(conv4(4), images).getShape()).isEqualTo(new Shape(3, 32));
    assertThat(encode(mlp(images, true, true), images).getShape()).isEqualTo(new Shape(3, 5));
  }

  @Test
  void gradients_reach_every_parameter() {
    View images = images(4, 3, 16);
    for (Encoder encoder :
        List.of(
            resnet(18, ResNetStem.CIFAR, 4),
            resnet(50, ResNetStem.IMAGENET, 4),
            conv4(4),
            mlp(images, true, false),
            mlp(images, false, false))) {
      Map<String, NDArray> parameters = parameters(encoder);
      try (GradientMode ignored = GradientMode.enabled()) {
        parameters.values().forEach(array -> array.setRequiresGradient(true));
        NDArray output = encode(encoder, images);
        NDArray weights = manager.randomNormal(output.getShape());
        NDList gradients = gradients(output.mul(weights).sum(), new NDList(parameters.values()));
        int i = 0;
        for (String name : parameters.keySet()) {
          assertThat(gradients.get(i++).abs().sum().getFloat()).as(name).isPositive();
        }
      }
    }
  }

  @Test
  void gradients_agree_with_finite_differences() {
    try (Harness exact = new Harness(DataType.FLOAT64)) {
      NDArray images = exact.manager().randomNormal(new Shape(4, 1, 8, 8), DataType.FLOAT64);
      NDArray direction = exact.manager().randomNormal(new Shape(4, 16), DataType.FLOAT64);
      HarnessSetup setup = exact.setup().with((View) TensorView.of(images));
      MlpOptions widths = new MlpOptions(List.of(12, 16), true, true, true, MlpActivation.RELU);
      for (Encoder encoder :
          List.of(
              new MlpProvider().create(widths, setup),
              new Conv4Provider().create(new Conv4Options(2, NormKind.BATCH, 32), setup),
              new ResNetProvider()
                  .create(
                      new ResNetOptions(18, ResNetStem.CIFAR, 2, false, NormKind.BATCH, 32),
                      setup))) {
        for (NDArray parameter : parameters(encoder).values()) {
          assertThat(slope(encoder, images, direction, parameter, exact)).isLessThan(1e-4);
        }
      }
    }
  }

  /** Returns the relative difference of gradient and central difference along one direction. */
  private static double slope(
      Encoder encoder, NDArray images, NDArray direction, NDArray parameter, Harness exact) {
    NDArray step = exact.manager().randomNormal(parameter.getShape(), DataType.FLOAT64);
    parameter.setRequiresGradient(true);
    NDArray gradient = exact.gradients(value(encoder, images, direction, exact), parameter).get(0);
    parameter.setRequiresGradient(false);
    double epsilon = 1e-6;
    parameter.addi(step.mul(epsilon));
    double above = value(encoder, images, direction, exact).getDouble();
    parameter.subi(step.mul(2 * epsilon));
    double below = value(encoder, images, direction, exact).getDouble();
    parameter.addi(step.mul(epsilon));
    double expected = (above - below) / (2 * epsilon);
    double actual = gradient.mul(step).sum().getDouble();
    return Math.abs(actual - expected) / (1 + Math.abs(expected));
  }

  private static NDArray value(Encoder encoder, NDArray images, NDArray direction, Harness exact) {
    return encoder
        .encode(TensorView.of(images), exact.context())
        .get("representation")
        .mul(direction)
        .sum();
  }

  @Test
  void names_say_where_a_parameter_sits() {
    assertThat(parameters(resnet(18, ResNetStem.CIFAR, 4)))
        .containsKeys(
            "stem.weight",
            "stem.norm.bias",
            "layer1.0.conv1.weight",
            "layer2.0.shortcut.weight",
            "layer4.1.norm2.weight");
    assertThat(parameters(mlp(images(2, 1, 2), true, false)).keySet())
        .containsExactly(
            "layer1.weight",
            "layer1.norm.weight",
            "layer1.norm.bias",
            "layer2.weight",
            "layer2.bias");
  }

  @Test
  void the_same_seed_gives_the_same_values() {
    View images = images(2, 3, 16);
    HarnessSetup setup = harness.setup().with(images);
    NDArray first =
        encode(new Conv4Provider().create(new Conv4Options(4, NormKind.BATCH, 32), setup), images);
    NDArray second =
        encode(new Conv4Provider().create(new Conv4Options(4, NormKind.BATCH, 32), setup), images);
    assertThat(first).isEqualTo(second);
  }

  @Test
  void training_uses_the_batch_and_evaluation_the_running_statistics() {
    NDArray rows = manager.create(new float[] {1, 3, 5, 7}, new Shape(4, 1));
    HarnessSetup setup = harness.setup().with(TensorView.of(rows));
    Encoder encoder =
        new MlpProvider()
            .create(new MlpOptions(List.of(1), true, true, false, MlpActivation.RELU), setup);
    float weight = named(parameters(encoder), "layer1.weight").getFloat(0, 0);
    NDArray trained = encode(encoder, TensorView.of(rows));
    assertThat(trained.mean().getFloat()).isCloseTo(0, within(1e-6f));
    assertThat(named(encoder.state(), "layer1.norm.mean").getFloat(0))
        .isCloseTo(0.1f * 4 * weight, within(1e-5f));
    float variance = 0.9f + 0.1f * weight * weight * 20 / 3;
    assertThat(named(encoder.state(), "layer1.norm.variance").getFloat(0))
        .isCloseTo(variance, within(1e-4f));
    NDArray evaluated =
        encoder
            .encode(TensorView.of(rows), harness.context().with(Mode.EVALUATE))
            .get("representation");
    assertThat(evaluated.getFloat(0, 0))
        .isCloseTo((float) ((weight - 0.4 * weight) / Math.sqrt(variance + 1e-5)), within(1e-4f));
    assertThat(encoder.needs().batch()).isEqualTo(2);
  }

  @Test
  void blocks_that_start_as_the_identity_have_a_last_scale_of_zero() {
    HarnessSetup setup = harness.setup().with(images(2, 3, 16));
    Encoder encoder =
        new ResNetProvider()
            .create(new ResNetOptions(18, ResNetStem.CIFAR, 4, true, NormKind.BATCH, 32), setup);
    Map<String, NDArray> parameters = parameters(encoder);
    assertThat(named(parameters, "layer3.1.norm2.weight").sum().getFloat()).isZero();
    assertThat(named(parameters, "layer3.1.norm1.weight").sum().getFloat()).isEqualTo(16);
  }

  @Test
  void mistakes_are_named() {
    Encoder encoder = resnet(18, ResNetStem.CIFAR, 4);
    assertThatThrownBy(() -> encode(encoder, images(2, 1, 16)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("resnet", "(N, 3, H, W)", "(2, 1, 16, 16)");
    assertThatThrownBy(() -> encode(encoder, new Other()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("resnet", "TensorView", "Other");
    assertThatThrownBy(() -> encode(mlp(images(2, 1, 2), true, false), images(2, 1, 3)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("mlp", "4 numbers", "(2, 1, 3, 3)");
    assertThatThrownBy(() -> resnet(19, ResNetStem.CIFAR, 4))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("depth", "18, 34 or 50", "19");
    HarnessSetup tiny = harness.setup().with(images(2, 1, 4));
    assertThatThrownBy(
            () -> new Conv4Provider().create(new Conv4Options(4, NormKind.BATCH, 32), tiny))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("conv4", "at least 8", "4");
  }

  record Other() implements View {
    @Override
    public NDList tensors() {
      return new NDList();
    }

    @Override
    public View with(NDList tensors) {
      return this;
    }
  }

  private static Map<String, NDArray> parameters(Encoder encoder) {
    return requireNonNull(encoder.parameters().groups().get("main"));
  }

  private static NDArray named(Map<String, NDArray> arrays, String name) {
    return requireNonNull(arrays.get(name));
  }

  private Encoder resnet(int depth, ResNetStem stem, int width) {
    HarnessSetup setup = harness.setup().with(images(2, 3, 16));
    return new ResNetProvider()
        .create(new ResNetOptions(depth, stem, width, false, NormKind.BATCH, 32), setup);
  }

  private Encoder conv4(int width) {
    HarnessSetup setup = harness.setup().with(images(2, 3, 16));
    return new Conv4Provider().create(new Conv4Options(width, NormKind.BATCH, 32), setup);
  }

  private Encoder mlp(View example, boolean norm, boolean normLast) {
    HarnessSetup setup = harness.setup().with(example);
    return new MlpProvider()
        .create(new MlpOptions(List.of(6, 5), norm, normLast, false, MlpActivation.RELU), setup);
  }

  private NDArray encode(Encoder encoder, View view) {
    return encoder.encode(view, harness.context()).get("representation");
  }

  private View images(int count, int channels, int side) {
    return TensorView.of(manager.randomNormal(new Shape(count, channels, side, side)));
  }

  private NDList gradients(NDArray of, NDList inputs) {
    return harness.gradients(of, inputs.toArray(new NDArray[0]));
  }
}
