package io.dyad.contrast.bacon;

import io.dyad.contract.ProcedureContract;
import java.util.Set;

class TwoBranchesContractTest extends ProcedureContract {
  @Override
  protected TwoBranchesProvider provider() {
    return new TwoBranchesProvider();
  }

  @Override
  protected String options() {
    return "warm-up-epochs = 1";
  }

  @Override
  protected Set<String> phases() {
    return Set.of("warm-up", "contrast", "pseudo");
  }
}
