package io.dyad.contract.wrong;

import io.dyad.api.Setup;
import io.dyad.api.ViewGenerator;
import io.dyad.contract.ProviderContract;

/** A wrong view generator, with what its author declares. */
interface ViewsMistake extends Mistake {
  ViewGenerator make(Setup setup);

  default boolean isRandom() {
    return true;
  }

  default boolean samplesAreIndependent() {
    return true;
  }

  default boolean keepsTargets() {
    return true;
  }

  default double highest() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  default String contract() {
    return "ViewGenerator";
  }

  @Override
  default Class<? extends ProviderContract<?>> asSubject() {
    WrongViewsContract.subject = this;
    return WrongViewsContract.class;
  }
}
