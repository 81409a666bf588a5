package io.dyad.vision.augment;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.ExpectedView;
import io.dyad.contract.ViewGeneratorContract;
import java.util.List;

class GreyDigitViewsContractTest extends ViewGeneratorContract {
  @Override
  protected ImageAugmentProvider provider() {
    return new ImageAugmentProvider();
  }

  @Override
  protected String options() {
    return """
        shift.pixels = 2, rotation {}, gain {}, noise {}, dropout {}, normalize { mean = [0.5], std = [0.25] }
        """;
  }

  @Override
  protected List<ExpectedView> views(int width) {
    return List.of(
        ExpectedView.of("view-1", sample(width), "global"),
        ExpectedView.of("view-2", sample(width), "global"));
  }

  @Override
  protected Shape sample(int width) {
    return new Shape(1, width, width);
  }
}
