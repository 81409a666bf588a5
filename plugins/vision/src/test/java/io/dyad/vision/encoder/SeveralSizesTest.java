package io.dyad.vision.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.toolkit.draws.SeededDraws;
import io.dyad.toolkit.view.TensorView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Multi-crop: pictures of two sizes meet the same parameters in one step. */
class SeveralSizesTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv4", "resnet"})
  void the_gradient_of_a_step_is_the_sum_over_sizes(String name) {
    NDArray large = images(16);
    NDArray small = images(8);
    try (Subject<Encoder> encoder = encoder(name, large)) {
      List<NDArray> parameters = new ArrayList<>(encoder.parameters().values());
      NDArray first = encode(encoder, large);
      NDArray second = encode(encoder, small);
      assertThat(first.getShape()).isEqualTo(second.getShape());
      NDArray together = NDArrays.concat(new NDList(first, second), 0).square().sum();
      NDList all = gradients(together, parameters);
      NDList ofLarge = gradients(encode(encoder, large).square().sum(), parameters);
      NDList ofSmall = gradients(encode(encoder, small).square().sum(), parameters);
      for (int i = 0; i < parameters.size(); i++) {
        assertThat(all.get(i).toDoubleArray())
            .containsExactly(ofLarge.get(i).add(ofSmall.get(i)).toDoubleArray(), within(1e-9));
        assertThat(ofSmall.get(i).abs().max().getDouble()).isPositive();
      }
    }
  }

  private Subject<Encoder> encoder(String name, NDArray example) {
    var setup = harness.setup().with(TensorView.of(example));
    return name.equals("conv4")
        ? Subject.of(new Conv4Provider(), "width = 2", setup)
        : Subject.of(new ResNetProvider(), "width = 2", setup);
  }

  private NDArray encode(Subject<Encoder> encoder, NDArray images) {
    return encoder
        .component()
        .encode(TensorView.of(images), harness.context())
        .get(Embeddings.REPRESENTATION);
  }

  private NDList gradients(NDArray of, List<NDArray> parameters) {
    return harness.gradients(of, parameters.toArray(NDArray[]::new));
  }

  private NDArray images(int side) {
    return new SeededDraws(3, harness.manager())
        .normal("images " + side, new Shape(4, 3, side, side))
        .toType(DataType.FLOAT64, false);
  }
}
