package io.dyad.contract.wrong;

import io.dyad.contract.DataSourceContract;
import java.util.Map;

/** The contract of the mistake whose turn it is. */
class WrongSourceContract extends DataSourceContract {
  static SourceMistake subject = WrongSource.WRONG_SIZE;

  @Override
  protected WrongSourceProvider provider() {
    return new WrongSourceProvider();
  }

  @Override
  protected Map<String, Long> sizes() {
    return CountingSource.SIZES;
  }

  @Override
  protected long classes() {
    return CountingSource.CLASSES;
  }

  @Override
  protected boolean knowsEveryLabel() {
    return subject.knowsEveryLabel();
  }

  @Override
  protected boolean coversAnEpoch() {
    return subject.coversAnEpoch();
  }
}
