package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.co2.Co2Provider;
import io.dyad.contrast.pairs.CrossViewProvider;
import io.dyad.contrast.pairs.QueueProvider;
import io.dyad.toolkit.kernel.Scalars;
import java.util.LinkedHashMap;
import java.util.Map;

/** The consistency term between two views, or between a query and its key over a queue. */
public final class Co2Vectors implements VectorAdapter {
  private static final Rows FIRST = Rows.of("view-1", "projection");
  private static final Rows SECOND = Rows.of("view-2", "projection");

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("co2");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    boolean queued = vector.inputs().containsKey("negatives");
    Map<String, Rows> inputs = new LinkedHashMap<>();
    inputs.put(queued ? "query" : "z1", FIRST);
    inputs.put(queued ? "key" : "z2", queued ? SECOND.target() : SECOND);
    if (queued) {
      inputs.put("negatives", Rows.bank("queue"));
    }
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    inputs.forEach((input, address) -> rows.put(address, leaf(vector.input(input), harness)));
    PairSamplerProvider<?> sampler = queued ? new QueueProvider() : new CrossViewProvider();
    Hyperparameters given = vector.hyperparameters();
    NDArray value = value(rows, sampler, given, given.truth("positive_included"), harness);
    NDList gradients = harness.gradients(value, rows.values().toArray(NDArray[]::new));
    Outcome outcome =
        new Outcome()
            .output("loss", value)
            .output("loss_negatives_only", value(rows, sampler, given, false, harness));
    int number = 0;
    for (String input : inputs.keySet()) {
      outcome.gradient(input, gradients.get(number++));
    }
    return outcome;
  }

  /** The weight of the term is that of its line in the objective, which multiplies the loss. */
  private static NDArray value(
      Map<Rows, NDArray> rows,
      PairSamplerProvider<?> sampler,
      Hyperparameters given,
      boolean positiveIncluded,
      Harness harness) {
    FakeEncoded encoded = FakeEncoded.of(rows);
    String options =
        "temperature = %s, positive-included = %s"
            .formatted(given.number("temperature"), positiveIncluded);
    try (Subject<PairSampler> pairs = Subject.of(sampler, "", harness.setup());
        Subject<Loss> loss = Subject.of(new Co2Provider(), options, harness.setup())) {
      NDArray term =
          loss.component()
              .evaluate(
                  encoded, pairs.component().sample(encoded, harness.context()), harness.context())
              .total();
      return term.mul(Scalars.of(term, given.number("alpha")));
    }
  }

  private static NDArray leaf(RecordedArray recorded, Harness harness) {
    return harness.leaf(recorded.shape(), recorded.data());
  }
}
