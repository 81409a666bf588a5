package io.dyad.contract.wrong;

import io.dyad.api.Procedure;
import io.dyad.api.Setup;
import io.dyad.contract.ProviderContract;

/** A wrong procedure, with what its author declares. */
interface ProcedureMistake extends Mistake {
  Procedure make(Setup setup);

  @Override
  default String contract() {
    return "Procedure";
  }

  @Override
  default Class<? extends ProviderContract<?>> asSubject() {
    WrongProcedureContract.subject = this;
    return WrongProcedureContract.class;
  }
}
