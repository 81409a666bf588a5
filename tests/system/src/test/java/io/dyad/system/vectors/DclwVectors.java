package io.dyad.system.vectors;

import ai.djl.ndarray.index.NDIndex;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.AddressedVectors;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.dcl.DclwProvider;
import io.dyad.contrast.pairs.InBatchProvider;
import java.util.Objects;

/** DCLW; the weights are recorded for one view, ours are those of both, which are equal. */
public final class DclwVectors implements VectorAdapter {
  private final AddressedVectors views =
      AddressedVectors.of("dcl", new DclwProvider(), new InBatchProvider(), "").views("z");

  @Override
  public boolean accepts(VectorCase vector) {
    return views.accepts(vector) && vector.hyperparameters().has("sigma");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Outcome outcome = views.run(vector, harness);
    long samples = vector.input("z1").shape().get(0);
    return outcome.output(
        "positive_weight",
        Objects.requireNonNull(outcome.outputs().get("positive_weight"))
            .get(new NDIndex().addSliceDim(samples, 2 * samples)));
  }
}
