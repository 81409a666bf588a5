package io.dyad.contract.wrong;

import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;

/** Makes the data source with the mistake whose turn it is. */
public final class WrongSourceProvider
    implements DataSourceProvider<NoOptions>, OneThingWrong<DataSource> {
  @Override
  public String name() {
    return "wrong-source";
  }

  @Override
  public DataSource create(NoOptions options, Setup setup) {
    return WrongSourceContract.subject.make(setup);
  }
}
