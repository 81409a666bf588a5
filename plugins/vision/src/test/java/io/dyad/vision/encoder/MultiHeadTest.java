package io.dyad.vision.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.Subject;
import io.dyad.toolkit.view.TensorView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MultiHeadTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void the_heads_of_one_input_differ() {
    NDArray rows = harness.constant(new Shape(2, 3), 1, 2, 3, 4, 5, 6);
    NDArray made = encode(rows, 3);
    assertThat(made.getShape()).isEqualTo(new Shape(2, 3, 4));
    assertThat(made.get(":, 0")).isNotEqualTo(made.get(":, 1"));
  }

  @Test
  void one_head_has_the_same_rank() {
    assertThat(encode(harness.constant(new Shape(2, 3), 1, 2, 3, 4, 5, 6), 1).getShape())
        .isEqualTo(new Shape(2, 1, 4));
  }

  @Test
  void a_head_sees_only_its_own_part_of_an_input_of_heads() {
    NDArray rows = harness.leaf(new Shape(1, 2, 3), 1, 2, 3, 4, 5, 6);
    NDArray second = encode(rows, 2).get(":, 1").sum();
    double[] gradient = harness.gradients(second, rows).head().toDoubleArray();
    assertThat(gradient).startsWith(0, 0, 0);
    assertThat(gradient[3]).isNotZero();
  }

  private NDArray encode(NDArray rows, int heads) {
    HarnessSetup setup = harness.setup().with(TensorView.of(rows));
    String options =
        "count = " + heads + ", head { use = mlp, widths = [4], batch-norm-last = false }";
    Subject<Encoder> encoder = Subject.of(new MultiHeadProvider(), options, setup);
    return encoder
        .component()
        .encode(TensorView.of(rows), harness.context())
        .get(Embeddings.REPRESENTATION);
  }
}
