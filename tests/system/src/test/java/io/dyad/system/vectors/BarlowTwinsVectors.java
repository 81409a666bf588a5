package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.AddressedVectors;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.barlowtwins.BarlowTwinsProvider;
import io.dyad.contrast.barlowtwins.CrossCorrelation;
import io.dyad.contrast.pairs.CrossViewProvider;

/** Barlow Twins, and the matrix from which its loss is taken. */
public final class BarlowTwinsVectors implements VectorAdapter {
  private final AddressedVectors loss =
      AddressedVectors.of(
              "barlow-twins",
              new BarlowTwinsProvider(),
              new CrossViewProvider(),
              "both-ways = false, negatives = false")
          .views("z");

  @Override
  public boolean accepts(VectorCase vector) {
    return loss.accepts(vector);
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    NDArray matrix =
        new CrossCorrelation(harness.kernels())
            .matrix(
                constant(vector.input("z1"), harness),
                constant(vector.input("z2"), harness),
                vector.hyperparameters().number("batch_norm_epsilon"));
    return loss.run(vector, harness).output("cross_correlation", matrix);
  }

  private static NDArray constant(RecordedArray array, Harness harness) {
    return harness.constant(array.shape(), array.data());
  }
}
