package io.dyad.contract.wrong;

import io.dyad.api.Procedure;
import io.dyad.api.ProcedureProvider;
import io.dyad.api.Setup;

/** Makes the procedure with the mistake whose turn it is. */
public final class WrongProcedureProvider
    implements ProcedureProvider<NoOptions>, OneThingWrong<Procedure> {
  @Override
  public String name() {
    return "wrong-procedure";
  }

  @Override
  public Procedure create(NoOptions options, Setup setup) {
    return WrongProcedureContract.subject.make(setup);
  }
}
