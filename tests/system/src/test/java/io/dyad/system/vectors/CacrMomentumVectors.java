package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Loss;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.cacr.CacrMomentumProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Predictions of several views against the keys of one; the weights come from the same kernel. */
public final class CacrMomentumVectors implements VectorAdapter {
  private static final Rows KEY = Rows.of("view-0", Embeddings.PROJECTION).target();

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("cacr") && vector.inputs().containsKey("query1");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    rows.put(KEY, leaf("key", vector, harness));
    List<Contrast> contrasts = new ArrayList<>();
    for (int i = 1; vector.inputs().containsKey("query" + i); i++) {
      Rows query = Rows.of("view-" + i, Embeddings.PREDICTION);
      rows.put(query, leaf("query" + i, vector, harness));
      contrasts.add(contrast(query, rows, harness));
    }
    NDList leaves = new NDList(rows.values());
    NDList queries = new NDList(leaves.subList(1, leaves.size()));
    double temperature = vector.hyperparameters().number("temperature");
    String options =
        "temperature = %s, cost = %s".formatted(temperature, vector.hyperparameters().text("cost"));
    try (Subject<Loss> loss = Subject.of(new CacrMomentumProvider(), options, harness.setup())) {
      NDArray total =
          loss.component()
              .evaluate(FakeEncoded.of(rows), Pairs.of(contrasts), harness.context())
              .total();
      NDArray weights =
          harness
              .kernels()
              .resource(CacrMomentumProvider.class, "cacr-momentum")
              .call("attraction_weights", queries, leaves.head(), temperature)
              .singletonOrThrow();
      Outcome outcome = new Outcome().output("loss", total).output("attraction_weights", weights);
      NDList gradients = harness.gradients(total, leaves.toArray(NDArray[]::new));
      outcome.gradient("key", gradients.head());
      for (int i = 1; i < gradients.size(); i++) {
        outcome.gradient("query" + i, gradients.get(i));
      }
      return outcome;
    }
  }

  private static NDArray leaf(String input, VectorCase vector, Harness harness) {
    return harness.leaf(vector.input(input).shape(), vector.input(input).data());
  }

  private static Contrast contrast(Rows query, Map<Rows, NDArray> rows, Harness harness) {
    long samples = rows.values().iterator().next().getShape().get(0);
    List<Rows> queries = List.of(query);
    List<Rows> keys = List.of(KEY);
    return Contrast.of(
        queries,
        keys,
        Relation.of(Structure.of(false, true, true), queries, keys, samples, harness.manager()));
  }
}
