package io.dyad.system.vectors;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.pairs.CrossViewProvider;
import io.dyad.contrast.uniclr.SimTraceProvider;
import java.util.Map;

/** SimTrace over several batches, whose statistics run. */
public final class UniclrStreamingVectors implements VectorAdapter {
  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("uniclr") && vector.inputs().containsKey("z1_batch0");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    String variant = vector.hyperparameters().text("variant");
    if (!variant.equals("simtrace-streaming")) {
      throw new IllegalArgumentException("no variant " + variant);
    }
    String options = "statistics = running, ridge = " + vector.hyperparameters().number("ridge");
    Outcome outcome = new Outcome();
    try (Subject<Loss> loss = Subject.of(new SimTraceProvider(), options, harness.setup());
        Subject<PairSampler> pairs =
            Subject.of(new CrossViewProvider(), "both-ways = false", harness.setup())) {
      for (int batch = 0; vector.inputs().containsKey("z1_batch" + batch); batch++) {
        FakeEncoded encoded =
            FakeEncoded.projections(
                constant(vector.input("z1_batch" + batch), harness),
                constant(vector.input("z2_batch" + batch), harness));
        outcome.output(
            "loss_batch" + batch,
            loss.component()
                .evaluate(
                    encoded,
                    pairs.component().sample(encoded, harness.context()),
                    harness.context())
                .total());
      }
      Map<String, NDArray> state = loss.component().state();
      return outcome
          .output("running_mean", copy(state, "mean"))
          .output("running_covariance", copy(state, "covariance"))
          .output("samples_seen", copy(state, "samples-seen"));
    }
  }

  private static NDArray copy(Map<String, NDArray> state, String name) {
    return requireNonNull(state.get(name)).duplicate();
  }

  private static NDArray constant(RecordedArray array, Harness harness) {
    return harness.constant(array.shape(), array.data());
  }
}
