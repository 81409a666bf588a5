package io.dyad.contract.wrong;

import io.dyad.api.Component;
import io.dyad.api.Provider;

/** What the providers of wrong subjects say of themselves. */
interface OneThingWrong<T extends Component> extends Provider<T, NoOptions> {
  @Override
  default String summary() {
    return "does one thing wrong";
  }

  @Override
  default Class<NoOptions> options() {
    return NoOptions.class;
  }
}
