package io.dyad.contract.wrong;

import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;

/** Makes the data source with the mistake whose turn it is. */
public final class WrongSourceProvider implements DataSourceProvider<NoOptions> {
  @Override
  public String name() {
    return "wrong-source";
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
  public DataSource create(NoOptions options, Setup setup) {
    return WrongSourceContract.subject.make(setup);
  }
}
