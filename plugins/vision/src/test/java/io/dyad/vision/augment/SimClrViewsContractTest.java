package io.dyad.vision.augment;

import io.dyad.contract.ExpectedView;
import io.dyad.contract.ViewGeneratorContract;
import java.util.List;

class SimClrViewsContractTest extends ViewGeneratorContract {
  @Override
  protected ImageAugmentProvider provider() {
    return new ImageAugmentProvider();
  }

  @Override
  protected String options() {
    return """
        crop {}, flip {}, jitter {}, grayscale {}, blur {}
        """;
  }

  @Override
  protected List<ExpectedView> views(int width) {
    return List.of(
        ExpectedView.of("view-1", sample(width), "global"),
        ExpectedView.of("view-2", sample(width), "global"));
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
