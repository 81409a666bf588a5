package io.dyad.contrast.pairs;

import io.dyad.contract.PairSamplerContract;
import org.junit.jupiter.api.Nested;

class InBatchContractTest {
  abstract static class Common extends PairSamplerContract {
    @Override
    protected InBatchProvider provider() {
      return new InBatchProvider();
    }
  }

  @Nested
  class WithDefaults extends Common {}

  @Nested
  class WithoutTheOwnView extends Common {
    @Override
    protected String options() {
      return "same-view = false, partner-in-denominator = false";
    }
  }

  @Nested
  class OfPredictions extends Common {
    @Override
    protected String options() {
      return "output = prediction, cross-view = false";
    }
  }
}
