package io.dyad.contract.training;

import io.dyad.contract.ProcedureContract;
import io.dyad.runtime.training.PretrainProvider;

class PretrainContractTest extends ProcedureContract {
  @Override
  protected PretrainProvider provider() {
    return new PretrainProvider();
  }
}
