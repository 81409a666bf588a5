package io.dyad.contrast.infonce;

import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import io.dyad.contract.harness.InBatchPairs;
import java.util.Set;
import org.junit.jupiter.api.Nested;

class InfoNceContractTest {
  abstract static class Common extends LossContract {
    @Override
    protected InfoNceProvider provider() {
      return new InfoNceProvider();
    }

    @Override
    protected Sharding sharding() {
      return Sharding.WHOLE_BATCH;
    }
  }

  @Nested
  class OverPatterns extends Common {}

  @Nested
  class OverWeights extends Common {
    @Override
    protected Pairs pairs(Encoded encoded, StepContext context) {
      return InBatchPairs.weights(encoded, Embeddings.PROJECTION, context);
    }
  }

  @Nested
  class OverRawRows extends Common {
    @Override
    protected String options() {
      return "normalize = false";
    }

    @Override
    protected Set<Symmetry> broken() {
      return Set.of(Symmetry.LENGTH_OF_ROWS);
    }
  }
}
