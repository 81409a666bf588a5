package io.dyad.contract.wrong;

import io.dyad.api.Rows;
import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import java.util.Set;

/** The contract of the mistake whose turn it is. */
class WrongLossContract extends LossContract {
  static LossMistake subject = LossEquationMistake.HALF_A_GRADIENT;

  @Override
  protected WrongLossProvider provider() {
    return new WrongLossProvider();
  }

  @Override
  protected Set<Symmetry> broken() {
    return subject.broken();
  }

  @Override
  protected Sharding sharding() {
    return subject.sharding();
  }

  @Override
  protected Set<Rows> stopped() {
    return subject.stopped();
  }
}
