package io.dyad.vision.encoder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Encoder;
import io.dyad.api.View;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What bfloat16 changes, beside an encoder of the same parameters in float32. */
class PrecisionTest {
  private final Harness harness = new Harness(DataType.FLOAT32);

  @AfterEach
  void release() {
    harness.close();
  }

  /** Makes an encoder; named for the reports. */
  record Case(String name, Function<HarnessSetup, Encoder> encoder) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> encoders() {
    return List.of(
        new Case("mlp", setup -> mlp(true, setup)),
        new Case("mlp without norm", setup -> mlp(false, setup)),
        new Case("conv4", setup -> conv4(NormKind.BATCH, setup)),
        new Case("conv4, group norm", setup -> conv4(NormKind.GROUP, setup)),
        new Case("resnet", setup -> resnet(NormKind.BATCH, setup)),
        new Case("resnet, group norm", setup -> resnet(NormKind.GROUP, setup)));
  }

  /** A rectifier that flips passes on a whole gradient or none, so gradients differ by more. */
  @ParameterizedTest
  @MethodSource("encoders")
  void rows_and_gradients_stay_float32_and_differ_by_rounding(Case given) {
    NDArray images = harness.setup().draws().normal("images", new Shape(16, 3, 16, 16));
    NDList exact = outcome(given, images, DataType.FLOAT32);
    NDList rounded = outcome(given, images, DataType.BFLOAT16);
    assertThat(rounded).allMatch(array -> array.getDataType() == DataType.FLOAT32);
    assertThat(distance(rounded.get(0), exact.get(0))).isBetween(1e-4, 4e-2);
    assertThat(distance(inOne(rounded), inOne(exact))).isLessThan(0.5);
  }

  @Test
  void statistics_are_kept_in_float32() {
    NDArray rows = harness.manager().ones(new Shape(4, 3));
    HarnessSetup setup = setup(TensorView.of(rows)).computing(DataType.BFLOAT16);
    Encoder encoder = mlp(true, setup);
    NDArray mean = requireNonNull(encoder.state().get("layer1.norm.mean"));
    for (int i = 0; i < 3; i++) {
      encoder.encode(TensorView.of(rows), harness.context());
    }
    NDArray again = mean.div(1 - 0.9 * 0.9 * 0.9);
    NDArray weight = requireNonNull(encoder.parameters().groups().get("main")).get("layer1.weight");
    assertThat(mean.getDataType()).isEqualTo(DataType.FLOAT32);
    assertThat(distance(again, requireNonNull(weight).sum(new int[] {1}))).isLessThan(1e-2);
  }

  @Test
  void checks_in_float64_are_not_touched() {
    try (Harness exact = new Harness()) {
      NDArray images = exact.setup().draws().normal("images", new Shape(4, 3, 16, 16));
      View view = TensorView.of(images.toType(DataType.FLOAT64, false));
      Encoder plain = conv4(NormKind.BATCH, exact.setup().with(view));
      Encoder asked = conv4(NormKind.BATCH, exact.setup().with(view).computing(DataType.BFLOAT16));
      assertThat(asked.encode(view, exact.context()).get("representation"))
          .isEqualTo(plain.encode(view, exact.context()).get("representation"));
    }
  }

  /** Returns the rows, then the gradients of all parameters. */
  private NDList outcome(Case given, NDArray images, DataType type) {
    TensorView view = TensorView.of(images);
    Encoder encoder = given.encoder().apply(setup(view).computing(type));
    NDArray[] parameters =
        encoder.parameters().groups().values().stream()
            .flatMap(group -> group.values().stream())
            .toArray(NDArray[]::new);
    for (NDArray parameter : parameters) {
      parameter.setRequiresGradient(true);
    }
    NDArray rows = encoder.encode(view, harness.context()).get("representation");
    NDArray direction = harness.setup().draws().normal("direction", rows.getShape());
    NDList outcome = new NDList(rows);
    outcome.addAll(harness.gradients(rows.mul(direction).sum(), parameters));
    return outcome;
  }

  /** Returns all but the first in one row. */
  private static NDArray inOne(NDList outcome) {
    return NDArrays.concat(
        new NDList(outcome.stream().skip(1).map(gradient -> gradient.flatten()).toList()));
  }

  private HarnessSetup setup(View example) {
    return harness.setup().with(example);
  }

  /** Returns the norm of the difference beside that of what is expected. */
  private static double distance(NDArray actual, NDArray expected) {
    return actual.sub(expected).norm().getFloat() / (1e-6 + expected.norm().getFloat());
  }

  private static Encoder mlp(boolean norm, HarnessSetup setup) {
    return new MlpProvider()
        .create(new MlpOptions(List.of(64, 32), norm, norm, false, MlpActivation.RELU), setup);
  }

  private static Encoder conv4(NormKind norm, HarnessSetup setup) {
    return new Conv4Provider().create(new Conv4Options(8, norm, 4), setup);
  }

  private static Encoder resnet(NormKind norm, HarnessSetup setup) {
    return new ResNetProvider()
        .create(new ResNetOptions(18, ResNetStem.CIFAR, 8, false, norm, 4), setup);
  }
}
