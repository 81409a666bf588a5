package io.dyad.contract.wrong;

import io.dyad.api.Setup;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;

/** Makes the view generator with the mistake whose turn it is. */
public final class WrongViewsProvider implements ViewGeneratorProvider<NoOptions> {
  @Override
  public String name() {
    return "wrong-views";
  }

  @Override
  public String summary() {
    return "does one thing wrong";
  }

  @Override
  public Class<NoOptions> options() {
    return NoOptions.class;
  }

  @Override
  public ViewGenerator create(NoOptions options, Setup setup) {
    return WrongViewsContract.subject.make(setup);
  }
}
