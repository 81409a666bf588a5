package io.dyad.contrast.discovery;

import io.dyad.api.Data;
import io.dyad.contract.DataSourceContract;
import java.util.Map;

/**
 * Of 20 samples a class 4 validate; of the other 16 there stay 16, 16 / 2, 16 / 4 and 16 / 8 by the
 * drawn rank of the class.
 */
class CategoryDiscoveryContractTest extends DataSourceContract {
  @Override
  protected CategoryDiscoveryProvider provider() {
    return new CategoryDiscoveryProvider();
  }

  @Override
  protected String options() {
    return "of = numbered-rows, known = [2, 0], imbalance = 8, validation-fraction = 0.2, batch-size = 6";
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of(Data.TRAIN, 30L, "validation", 16L, Data.TEST, 20L);
  }

  @Override
  protected long classes() {
    return 4;
  }

  @Override
  protected boolean knowsEveryLabel() {
    return false;
  }

  @Override
  protected boolean coversAnEpoch() {
    return false;
  }
}
