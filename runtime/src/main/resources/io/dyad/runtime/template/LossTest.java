package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.FreedMemory;
import io.dyad.contract.harness.Harness;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ${type}LossTest {
  private static final ${type}LossOptions OPTIONS = new ${type}LossOptions(2, 1);
  private static final Shape SHAPE = new Shape(2, 2);

  @Test
  void the_service_file_offers_the_loss() {
    assertThat(ServiceLoader.load(LossProvider.class))
        .hasAtLeastOneElementOfType(${type}LossProvider.class);
  }

  @Test
  void one_sample_is_refused_before_training() {
    assertThat(new ${type}Loss(OPTIONS).needs().batch()).isEqualTo(2);
  }

  @Test
  void pairs_without_a_contrast_are_refused_by_name() {
    try (Harness harness = new Harness()) {
      FakeEncoded encoded = FakeEncoded.projections(harness.leaf(SHAPE, 1, 0, 0, 1));
      Loss loss = new ${type}Loss(OPTIONS);
      assertThatThrownBy(() -> loss.evaluate(encoded, Pairs.of(), harness.context()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("${name}");
    }
  }

  /** Fails for numbers that enter the equation as {@code x.mul(0.5)}. */
  @Test
  void gradients_survive_a_garbage_collection() {
    try (Harness harness = new Harness()) {
      NDArray first = harness.leaf(SHAPE, 1, 0, 0, 1);
      NDArray second = harness.leaf(SHAPE, 3, 1, -1, 2);
      double[] expected = gradient(first, second, harness, () -> {});
      double[] actual = gradient(first, second, harness, FreedMemory::overwrite);
      assertThat(actual).containsExactly(expected);
    }
  }

  private static double[] gradient(
      NDArray first, NDArray second, Harness harness, Runnable between) {
    List<Rows> views = List.of(Rows.of("view-1", "projection"), Rows.of("view-2", "projection"));
    Structure all = Structure.of(true, true, true);
    Relation relation = Relation.of(all, views, views, 2, harness.manager());
    NDArray value =
        new ${type}LossProvider()
            .create(OPTIONS, harness.setup())
            .evaluate(
                FakeEncoded.projections(first, second),
                Pairs.of(Contrast.of(views, views, relation)),
                harness.context())
            .total();
    between.run();
    NDList gradients = harness.gradients(value, first, second);
    return gradients.get(0).toDoubleArray();
  }
}
