package io.dyad.contract.wrong;

import io.dyad.contract.ExpectedView;
import io.dyad.contract.ViewGeneratorContract;
import java.util.List;

/** The contract of the mistake whose turn it is. */
class WrongViewsContract extends ViewGeneratorContract {
  static ViewsMistake subject = WrongViews.TAG_MISSING;

  @Override
  protected WrongViewsProvider provider() {
    return new WrongViewsProvider();
  }

  @Override
  protected List<ExpectedView> views(int width) {
    return List.of(
        ExpectedView.of("view-1", sample(width), "global"),
        ExpectedView.of("view-2", sample(width), "global"));
  }

  @Override
  protected boolean isRandom() {
    return subject.isRandom();
  }

  @Override
  protected boolean samplesAreIndependent() {
    return subject.samplesAreIndependent();
  }

  @Override
  protected boolean keepsTargets() {
    return subject.keepsTargets();
  }

  @Override
  protected double highest() {
    return subject.highest();
  }
}
