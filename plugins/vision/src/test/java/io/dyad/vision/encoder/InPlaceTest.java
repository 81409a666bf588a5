package io.dyad.vision.encoder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Encoder;
import io.dyad.contract.harness.Harness;
import io.dyad.toolkit.view.TensorView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rectifiers and sums that overwrite what they were given, beside ones that do not. */
class InPlaceTest {
  private final Harness harness = new Harness();

  @AfterEach
  void release() {
    harness.close();
  }

  @ParameterizedTest
  @EnumSource(NormKind.class)
  void rows_and_gradients_are_those_of_a_network_that_overwrites_nothing(NormKind norm)
      throws IOException {
    String inPlace = source();
    String outOfPlace = inPlace.replace("torch.relu_(", "torch.relu(").replace("add_(", "add(");
    assertThat(outOfPlace).isNotEqualTo(inPlace);
    NDArray images = harness.manager().randomNormal(new Shape(4, 3, 16, 16), DataType.FLOAT64);
    assertThat(outcome(inPlace, norm, images)).isEqualTo(outcome(outOfPlace, norm, images));
  }

  /** Returns the rows of ResNet-18 in training, then the gradients of its parameters. */
  private NDList outcome(String source, NormKind norm, NDArray images) {
    ResNetOptions options = new ResNetOptions(18, ResNetStem.CIFAR, 4, false, norm, 2);
    Encoder encoder =
        new ResNetProvider().create(options, harness.setup().with(TensorView.of(images)));
    NDList parameters = new NDList(main(encoder).values());
    parameters.forEach(parameter -> parameter.setRequiresGradient(true));
    NDList statistics = new NDList(encoder.state().values());
    long[] groups = norm == NormKind.GROUP ? groups() : new long[0];
    long[] blocks = {2, 2, 2, 2};
    NDArray rows =
        harness
            .kernels()
            .compile("convolution", source)
            .call(
                "resnet", images, parameters, statistics, true, false, groups, blocks, false, false)
            .singletonOrThrow();
    NDArray direction = harness.setup().draws().normal("direction", rows.getShape());
    NDList outcome = new NDList(rows);
    NDArray[] inputs = parameters.toArray(NDArray[]::new);
    outcome.addAll(harness.gradients(rows.mul(direction).sum(), inputs));
    return outcome;
  }

  private static long[] groups() {
    long[] groups = new long[20];
    Arrays.fill(groups, 2);
    return groups;
  }

  private static Map<String, NDArray> main(Encoder encoder) {
    return requireNonNull(encoder.parameters().groups().get("main"));
  }

  private static String source() throws IOException {
    try (InputStream source =
        requireNonNull(ResNetProvider.class.getResourceAsStream("convolution.kernel"))) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
