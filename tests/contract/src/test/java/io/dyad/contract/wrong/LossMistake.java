package io.dyad.contract.wrong;

import io.dyad.api.Loss;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.contract.ProviderContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import java.util.Set;

/** A wrong loss, with what its author declares. */
interface LossMistake extends Mistake {
  Loss make(Setup setup);

  default Set<Symmetry> broken() {
    return Set.of();
  }

  default Sharding sharding() {
    return Sharding.MEAN_OF_SHARDS;
  }

  default Set<Rows> stopped() {
    return Set.of();
  }

  @Override
  default String contract() {
    return "Loss";
  }

  @Override
  default Class<? extends ProviderContract<?>> asSubject() {
    WrongLossContract.subject = this;
    return WrongLossContract.class;
  }
}
