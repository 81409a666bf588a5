package io.dyad.contrast.hydra;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Targets;
import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import java.util.List;
import java.util.Set;

class HydraContractTest extends LossContract {
  @Override
  protected HydraProvider provider() {
    return new HydraProvider();
  }

  @Override
  protected String options() {
    return "classes = 200, embedding-width = 4, hidden-width = 5";
  }

  /** Pairs of a class with itself, since a batch of two has negatives only then. */
  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    NDArray classes = encoded.batch().targets().get(Targets.LABEL);
    Contrast contrast =
        Contrast.of(
            List.of(Rows.of("view-1", "projection")),
            List.of(Rows.of("view-2", "projection")),
            ClassPairs.relation(classes, classes, classes));
    return Pairs.of(contrast)
        .note(ClassPairs.ANCHOR_CLASS, classes)
        .note(ClassPairs.PARTNER_CLASS, classes);
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.ORDER_OF_VIEWS);
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
