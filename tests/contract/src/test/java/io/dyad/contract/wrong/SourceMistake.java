package io.dyad.contract.wrong;

import io.dyad.api.DataSource;
import io.dyad.api.Setup;
import io.dyad.contract.ProviderContract;

/** A wrong data source, with what its author declares. */
interface SourceMistake extends Mistake {
  DataSource make(Setup setup);

  default boolean knowsEveryLabel() {
    return true;
  }

  default boolean coversAnEpoch() {
    return true;
  }

  @Override
  default String contract() {
    return "DataSource";
  }

  @Override
  default Class<? extends ProviderContract<?>> asSubject() {
    WrongSourceContract.subject = this;
    return WrongSourceContract.class;
  }
}
