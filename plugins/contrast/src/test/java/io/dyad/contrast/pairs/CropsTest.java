package io.dyad.contrast.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Rows;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.Views;
import io.dyad.contract.harness.Harness;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CropsTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  /** Two large crops and a small one. */
  private record Crops(NDArray rows) implements Encoded {
    @Override
    public Batch batch() {
      return Batch.of(new long[] {0, 1}, TensorView.of(rows), Targets.NONE);
    }

    @Override
    public Views views() {
      return Views.of(
          List.of(view("view-1", "global"), view("view-2", "global"), view("local-1", "local")));
    }

    private TaggedView view(String name, String tag) {
      return TaggedView.of(name, TensorView.of(rows), Targets.NONE, tag);
    }

    @Override
    public NDArray get(Rows address) {
      return rows;
    }

    @Override
    public Encoded with(Rows address, NDArray value) {
      return this;
    }
  }

  private List<Contrast> contrasts(String anchors) {
    Crops crops = new Crops(harness.constant(new Shape(2, 1), 1, 2));
    return new CropsProvider()
        .create(new CropsOptions("projection", anchors), harness.setup())
        .sample(crops, harness.context())
        .contrasts();
  }

  @Test
  void each_large_crop_meets_all_other_crops() {
    assertThat(contrasts("global").stream().map(each -> each.anchors() + " " + each.keys()))
        .containsExactly(
            "[main view-1.projection] [main view-2.projection, main local-1.projection]",
            "[main view-2.projection] [main view-1.projection, main local-1.projection]");
  }

  @Test
  void only_crops_of_the_same_sample_are_a_pair() {
    Contrast contrast = contrasts("local").get(0);
    assertThat(contrast.relation().block(0, 2).positive().toFloatArray())
        .containsExactly(1, 0, 1, 0, 0, 1, 0, 1);
  }

  @Test
  void a_tag_that_no_view_has_is_refused() {
    assertThatThrownBy(() -> contrasts("large"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("large", "[global, local]", "pairs.anchors");
  }
}
