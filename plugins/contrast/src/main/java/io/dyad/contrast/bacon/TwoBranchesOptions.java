package io.dyad.contrast.bacon;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of {@code two-branches}. */
public record TwoBranchesOptions(
    @Doc("epochs of the phase warm-up before the branches begin; train.epochs come after them")
        @Default("0")
        @Bound("[0, inf)")
        int warmUpEpochs,
    @Doc("networks that begin, after the warm-up, with the weights of another: NETWORK = OTHER")
        @Default("{}")
        Map<String, String> begin,
    @Doc("phases of a step, in their order; all see one encoding of the batch")
        @Default("[contrast, pseudo]")
        List<String> order,
    @Doc("how the class counts are estimated; absent: not at all")
        Optional<EstimateOptions> estimate) {

  /** Checks that a step does something. */
  public TwoBranchesOptions {
    if (order.isEmpty()) {
      throw new IllegalArgumentException("order must name a phase or more, got []");
    }
  }
}
