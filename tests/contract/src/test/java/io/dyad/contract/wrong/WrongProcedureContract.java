package io.dyad.contract.wrong;

import io.dyad.contract.ProcedureContract;

/** The contract of the mistake whose turn it is. */
class WrongProcedureContract extends ProcedureContract {
  static ProcedureMistake subject = WrongProcedure.OTHER_FIRST;

  @Override
  protected WrongProcedureProvider provider() {
    return new WrongProcedureProvider();
  }
}
