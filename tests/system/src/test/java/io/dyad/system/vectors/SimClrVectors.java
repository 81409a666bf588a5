package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.api.StepContext;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.infonce.InfoNceOptions;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.InBatchOptions;
import io.dyad.contrast.pairs.InBatchProvider;

/** SimCLR: {@code info-nce} over {@code in-batch} pairs of the views z1, z2, ... */
public final class SimClrVectors implements VectorAdapter {
  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("simclr");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    NDArray[] views = new NDArray[vector.inputs().size()];
    for (int i = 0; i < views.length; i++) {
      RecordedArray view = vector.input("z" + (i + 1));
      views[i] = harness.leaf(view.shape(), view.data());
    }
    NDArray value = loss(vector, FakeEncoded.projections(views), harness);
    NDList gradients = harness.gradients(value, views);
    Outcome outcome = new Outcome().output("loss", value);
    for (int i = 0; i < views.length; i++) {
      outcome.gradient("z" + (i + 1), gradients.get(i));
    }
    return outcome;
  }

  private static NDArray loss(VectorCase vector, FakeEncoded encoded, Harness harness) {
    Hyperparameters given = vector.hyperparameters();
    given.implied("views");
    InfoNceOptions options =
        new InfoNceOptions(
            given.number("temperature"), !given.has("normalize") || given.truth("normalize"));
    Loss loss = new InfoNceProvider().create(options, harness.setup());
    PairSampler pairs =
        new InBatchProvider()
            .create(new InBatchOptions("projection", true, true, true), harness.setup());
    StepContext context = harness.context();
    return loss.evaluate(encoded, pairs.sample(encoded, context), context).total();
  }
}
