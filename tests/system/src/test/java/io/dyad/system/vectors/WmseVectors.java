package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.pairs.CrossViewProvider;
import io.dyad.contrast.wmse.CholeskyWhitening;
import io.dyad.contrast.wmse.WmseProvider;
import io.dyad.toolkit.draws.GivenDraws;
import java.util.Map;
import java.util.stream.IntStream;

/** W-MSE: whitening of one block, and the loss of views dealt in a recorded order. */
public final class WmseVectors implements VectorAdapter {
  private static final String PAIRS = "both-ways = false, negatives = false";

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("w-mse");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    return vector.inputs().containsKey("features")
        ? whitening(vector, harness)
        : loss(vector, harness);
  }

  private static Outcome whitening(VectorCase vector, Harness harness) {
    vector.hyperparameters().implied("factor");
    NDArray features = leaf(vector.input("features"), harness);
    RecordedArray probe = vector.input("probe");
    NDArray white =
        new CholeskyWhitening(harness.kernels())
            .whitened(features.expandDims(0), vector.hyperparameters().number("epsilon"))
            .squeeze(0);
    NDArray probed = white.mul(harness.constant(probe.shape(), probe.data())).sum();
    NDArray centred = white.sub(white.mean(new int[] {0}, true)).stopGradient();
    long rows = white.getShape().get(0);
    return new Outcome()
        .output("whitened", white)
        .output("covariance_of_whitened", centred.transpose().matMul(centred).div(rows - 1))
        .gradient("features", harness.gradients(probed, features).head());
  }

  private static Outcome loss(VectorCase vector, Harness harness) {
    Hyperparameters given = vector.hyperparameters();
    NDArray[] views =
        IntStream.rangeClosed(1, given.integer("views"))
            .mapToObj(view -> leaf(vector.input("z" + view), harness))
            .toArray(NDArray[]::new);
    RecordedArray order = vector.input("permutation");
    NDArray permutation =
        harness.constant(order.shape(), order.data()).toType(DataType.INT64, false);
    HarnessContext context =
        harness.context().with(GivenDraws.of(Map.of("iteration/0/permutation", permutation)));
    String options =
        "epsilon = %s, sub-batch = %s, iterations = %s, normalize = %s"
            .formatted(
                given.number("epsilon"),
                given.integer("sub_batch"),
                given.integer("iterations"),
                given.truth("normalize"));
    FakeEncoded encoded = FakeEncoded.projections(views);
    try (Subject<Loss> loss = Subject.of(new WmseProvider(), options, harness.setup());
        Subject<PairSampler> pairs = Subject.of(new CrossViewProvider(), PAIRS, harness.setup())) {
      NDArray value =
          loss.component()
              .evaluate(encoded, pairs.component().sample(encoded, context), context)
              .total();
      Outcome outcome = new Outcome().output("loss", value);
      NDList gradients = harness.gradients(value, views);
      for (int view = 1; view <= views.length; view++) {
        outcome.gradient("z" + view, gradients.get(view - 1));
      }
      return outcome;
    }
  }

  private static NDArray leaf(RecordedArray array, Harness harness) {
    return harness.leaf(array.shape(), array.data());
  }
}
