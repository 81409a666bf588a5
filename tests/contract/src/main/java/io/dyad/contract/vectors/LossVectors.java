package io.dyad.contract.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Pairs;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.InBatchPairs;
import io.dyad.contract.harness.Subject;
import java.util.function.BiFunction;

/**
 * Runs the cases of a loss over views of a batch: inputs {@code z1}, {@code z2}, ..., one array a
 * view; output {@code loss}; a gradient for each view. A hyperparameter is the option of the same
 * name with hyphens. {@link AddressedVectors} runs losses over other rows and pairs.
 */
public final class LossVectors implements VectorAdapter {
  private final String method;
  private final LossProvider<?> provider;
  private final BiFunction<Encoded, Harness, Pairs> pairs;

  private LossVectors(
      String method, LossProvider<?> provider, BiFunction<Encoded, Harness, Pairs> pairs) {
    this.method = method;
    this.provider = provider;
    this.pairs = pairs;
  }

  /** Returns an adapter for a method; other views are positives, other samples negatives. */
  public static LossVectors of(String method, LossProvider<?> provider) {
    return new LossVectors(
        method,
        provider,
        (encoded, harness) ->
            InBatchPairs.pattern(encoded, Embeddings.PROJECTION, harness.context()));
  }

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals(method);
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    NDArray[] views = views(vector, harness);
    FakeEncoded encoded = FakeEncoded.projections(views);
    try (Subject<Loss> loss =
        Subject.of(provider, new GivenOptions().of(provider, vector), harness.setup())) {
      Pairs paired = pairs.apply(encoded, harness);
      NDArray value = loss.component().evaluate(encoded, paired, harness.context()).total();
      NDList gradients = harness.gradients(value, views);
      Outcome outcome = new Outcome().output("loss", value);
      for (int i = 0; i < views.length; i++) {
        outcome.gradient(name(i), gradients.get(i));
      }
      return outcome;
    }
  }

  private static NDArray[] views(VectorCase vector, Harness harness) {
    NDArray[] views = new NDArray[vector.inputs().size()];
    for (int i = 0; i < views.length; i++) {
      RecordedArray view = vector.input(name(i));
      views[i] = harness.leaf(view.shape(), view.data());
    }
    vector.hyperparameters().implied("views");
    return views;
  }

  private static String name(int view) {
    return "z" + (view + 1);
  }
}
