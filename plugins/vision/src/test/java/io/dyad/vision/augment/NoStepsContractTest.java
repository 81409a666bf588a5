package io.dyad.vision.augment;

import io.dyad.contract.ExpectedView;
import io.dyad.contract.ViewGeneratorContract;
import java.util.List;

class NoStepsContractTest extends ViewGeneratorContract {
  @Override
  protected ImageAugmentProvider provider() {
    return new ImageAugmentProvider();
  }

  @Override
  protected String options() {
    return """
        count = 1
        """;
  }

  @Override
  protected List<ExpectedView> views(int width) {
    return List.of(ExpectedView.of("view-1", sample(width), "global"));
  }

  @Override
  protected double lowest() {
    return 0;
  }

  @Override
  protected double highest() {
    return 1;
  }

  @Override
  protected boolean isRandom() {
    return false;
  }
}
