package io.dyad.contrast.infonce;

import io.dyad.contract.Symmetry;
import java.util.Set;

/** Over rows as they are. */
class InfoNceOfRawRowsContractTest extends InfoNceContractTest {
  @Override
  protected String options() {
    return "normalize = false";
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.LENGTH_OF_ROWS);
  }
}
