package io.dyad.contract.wrong;

import io.dyad.api.Setup;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;

/** Makes the view generator with the mistake whose turn it is. */
public final class WrongViewsProvider
    implements ViewGeneratorProvider<NoOptions>, OneThingWrong<ViewGenerator> {
  @Override
  public String name() {
    return "wrong-views";
  }

  @Override
  public ViewGenerator create(NoOptions options, Setup setup) {
    return WrongViewsContract.subject.make(setup);
  }
}
