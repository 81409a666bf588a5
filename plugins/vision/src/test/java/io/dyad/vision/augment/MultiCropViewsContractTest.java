package io.dyad.vision.augment;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.ExpectedView;
import io.dyad.contract.ViewGeneratorContract;
import java.util.List;

class MultiCropViewsContractTest extends ViewGeneratorContract {
  @Override
  protected ImageAugmentProvider provider() {
    return new ImageAugmentProvider();
  }

  @Override
  protected String options() {
    return """
        crop { side = 10 }, flip {}, jitter {}, solarize {},
        per-view { view-2 { solarize.probability = 1 } },
        local { count = 2, steps { crop { area = [0.1, 0.4], side = 5 } } }
        """;
  }

  @Override
  protected List<ExpectedView> views(int width) {
    return List.of(
        ExpectedView.of("view-1", new Shape(3, 10, 10), "global"),
        ExpectedView.of("view-2", new Shape(3, 10, 10), "global"),
        ExpectedView.of("local-1", new Shape(3, 5, 5), "local"),
        ExpectedView.of("local-2", new Shape(3, 5, 5), "local"));
  }

  @Override
  protected double lowest() {
    return 0;
  }

  @Override
  protected double highest() {
    return 1;
  }
}
