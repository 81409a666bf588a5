package io.dyad.contrast.agreement;

import io.dyad.contract.Symmetry;
import io.dyad.contrast.aligned.AlignedLossContract;
import java.util.Set;

class AgreementContractTest extends AlignedLossContract {
  @Override
  protected AgreementProvider provider() {
    return new AgreementProvider();
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.LENGTH_OF_ROWS);
  }
}
