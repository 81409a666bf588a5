package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Embeddings;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.pairs.CrossViewProvider;
import io.dyad.contrast.pairs.InBatchProvider;
import io.dyad.contrast.triplet.TripletProvider;
import io.dyad.contrast.wrapper.RandomMappingProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Triplets, SimCLR and SimSiam, mapped by a recorded matrix where there is one. */
public final class RomaVectors implements VectorAdapter {
  private static final String MAPPING = "random_mapping";

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("roma");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Map<String, NDArray> leaves = new LinkedHashMap<>();
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    for (String input : List.of("p1", "p2", "z1", "z2")) {
      if (vector.inputs().containsKey(input)) {
        RecordedArray recorded = vector.input(input);
        NDArray leaf = harness.leaf(recorded.shape(), recorded.data());
        leaves.put(input, leaf);
        rows.put(address(input), leaf);
      }
    }
    FakeEncoded encoded = FakeEncoded.of(rows);
    try (Subject<Loss> loss = loss(vector, harness);
        Subject<PairSampler> pairs = pairs(vector, harness)) {
      LossValue value =
          loss.component()
              .evaluate(
                  encoded, pairs.component().sample(encoded, harness.context()), harness.context());
      Outcome outcome = new Outcome().output("loss", value.total());
      value.terms().forEach(outcome::output);
      value.observations().forEach((name, seen) -> outcome.output(name.replace('-', '_'), seen));
      NDList gradients = harness.gradients(value.total(), leaves.values().toArray(NDArray[]::new));
      int leaf = 0;
      for (String input : leaves.keySet()) {
        outcome.gradient(input, gradients.get(leaf++));
      }
      return outcome;
    }
  }

  private static Rows address(String input) {
    String output = input.startsWith("p") ? Embeddings.PREDICTION : Embeddings.PROJECTION;
    return Rows.of("view-" + input.charAt(1), output);
  }

  private static Subject<PairSampler> pairs(VectorCase vector, Harness harness) {
    boolean predicted = vector.inputs().containsKey("p1");
    PairSamplerProvider<?> sampler = predicted ? new CrossViewProvider() : new InBatchProvider();
    String options = predicted ? "anchors = prediction, keys = projection" : "";
    return Subject.of(sampler, options, harness.setup());
  }

  private static Subject<Loss> loss(VectorCase vector, Harness harness) {
    Hyperparameters given = vector.hyperparameters();
    String temperature =
        given.has("temperature") ? ", temperature = " + given.number("temperature") : "";
    String triplet =
        given.has("margin")
            ? temperature
                + ", margin = %s, smooth-weight = %s"
                    .formatted(given.number("margin"), given.number("smooth_weight"))
            : "";
    if (!vector.inputs().containsKey(MAPPING)) {
      return Subject.of(new TripletProvider(), triplet.substring(2), harness.setup());
    }
    String inner =
        vector.inputs().containsKey("p1")
            ? "loss.use = simsiam"
            : given.has("margin")
                ? "loss { use = triplet" + triplet + " }"
                : "normalize = true, loss { use = info-nce" + temperature + " }";
    RecordedArray recorded = vector.input(MAPPING);
    Shape shape = recorded.shape();
    HarnessSetup setup = harness.setup().with(address("z1"), new Shape(shape.get(0)));
    Subject<Loss> mapping =
        Subject.of(new RandomMappingProvider(), inner + ", dimensions = " + shape.get(1), setup);
    mapping.restore(Map.of("test/matrix", harness.constant(shape, recorded.data())));
    return mapping;
  }
}
