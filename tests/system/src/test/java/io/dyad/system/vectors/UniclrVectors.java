package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Embeddings;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.LossValue;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.CrossViewProvider;
import io.dyad.contrast.symmetry.Asymmetry;
import io.dyad.contrast.symmetry.SymmetryProvider;
import io.dyad.contrast.uniclr.SimTraceProvider;
import io.dyad.contrast.uniclr.SimWhiteningProvider;
import io.dyad.contrast.uniclr.WhitenedAffinity;
import java.util.LinkedHashMap;
import java.util.Map;

/** UniCLR's losses of one batch, one way or both, from the parts its presets name. */
public final class UniclrVectors implements VectorAdapter {
  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("uniclr")
        && (vector.inputs().containsKey("z1") || vector.inputs().containsKey("q1"));
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    boolean bothWays = vector.inputs().containsKey("q1");
    Map<String, Rows> addresses = bothWays ? twoWay() : oneWay();
    Map<String, NDArray> leaves = new LinkedHashMap<>();
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    addresses.forEach(
        (input, address) -> {
          RecordedArray recorded = vector.input(input);
          leaves.put(input, harness.leaf(recorded.shape(), recorded.data()));
          rows.put(address, leaves.get(input));
        });
    FakeEncoded encoded = FakeEncoded.of(rows);
    Pairs pairs =
        pairs(
            bothWays ? "anchors = prediction, keys = projection, twin = true" : "both-ways = false",
            encoded,
            harness);
    Outcome outcome = new Outcome();
    NDArray value = loss(vector.hyperparameters(), encoded, pairs, harness, outcome);
    if (!bothWays) {
      matrices(vector.hyperparameters(), leaves.get("z1"), leaves.get("z2"), harness, outcome);
    }
    NDList gradients = harness.gradients(value, leaves.values().toArray(NDArray[]::new));
    int next = 0;
    for (String input : leaves.keySet()) {
      outcome.gradient(input, gradients.get(next++));
    }
    return outcome.output("loss", value);
  }

  private static Map<String, Rows> oneWay() {
    Map<String, Rows> rows = new LinkedHashMap<>();
    rows.put("z1", Rows.of("view-1", Embeddings.PROJECTION));
    rows.put("z2", Rows.of("view-2", Embeddings.PROJECTION));
    return rows;
  }

  private static Map<String, Rows> twoWay() {
    Map<String, Rows> rows = new LinkedHashMap<>();
    rows.put("q1", Rows.of("view-1", Embeddings.PREDICTION));
    rows.put("q2", Rows.of("view-2", Embeddings.PREDICTION));
    rows.put("k1", Rows.of("view-1", Embeddings.PROJECTION).target());
    rows.put("k2", Rows.of("view-2", Embeddings.PROJECTION).target());
    return rows;
  }

  private static Pairs pairs(String options, FakeEncoded encoded, Harness harness) {
    try (Subject<PairSampler> sampler =
        Subject.of(new CrossViewProvider(), options, harness.setup())) {
      return sampler.component().sample(encoded, harness.context());
    }
  }

  private static NDArray loss(
      Hyperparameters given, FakeEncoded encoded, Pairs pairs, Harness harness, Outcome outcome) {
    return switch (given.text("variant")) {
      case "simaffinity" -> affinity(given, encoded, pairs, harness, outcome);
      case "simwhitening" -> whitening(given, encoded, pairs, harness, outcome);
      case "simtrace" ->
          evaluate(
                  new SimTraceProvider(),
                  "ridge = " + given.number("ridge"),
                  encoded,
                  pairs,
                  harness)
              .total();
      default -> throw new IllegalArgumentException("no variant " + given.text("variant"));
    };
  }

  /** A contrast, whose directions {@code info-nce} averages, and the symmetric term. */
  private static NDArray affinity(
      Hyperparameters given, FakeEncoded encoded, Pairs pairs, Harness harness, Outcome outcome) {
    given.implied("ridge");
    String temperature = "temperature = " + given.number("temperature");
    NDArray contrast =
        evaluate(new InfoNceProvider(), temperature, encoded, pairs, harness).total();
    NDArray asymmetry =
        evaluate(new SymmetryProvider(), temperature, encoded, pairs, harness).total();
    outcome.output("cross_entropy", contrast).output("symmetric_loss", asymmetry);
    return weighted(contrast, pairs.contrasts().size(), harness)
        .add(weighted(asymmetry, given.number("symmetric_weight"), harness));
  }

  private static NDArray weighted(NDArray term, double weight, Harness harness) {
    return term.mul(harness.manager().create(weight));
  }

  private static NDArray whitening(
      Hyperparameters given, FakeEncoded encoded, Pairs pairs, Harness harness, Outcome outcome) {
    String options =
        "temperature = %s, ridge = %s, symmetric-weight = %s, logit-divisor = samples"
            .formatted(
                given.number("temperature"),
                given.number("ridge"),
                given.number("symmetric_weight"));
    LossValue value = evaluate(new SimWhiteningProvider(), options, encoded, pairs, harness);
    value.terms().forEach((name, term) -> outcome.output(name.replace('-', '_'), term));
    return value.total();
  }

  private static LossValue evaluate(
      LossProvider<?> provider, String options, FakeEncoded encoded, Pairs pairs, Harness harness) {
    try (Subject<Loss> loss = Subject.of(provider, options, harness.setup())) {
      return loss.component().evaluate(encoded, pairs, harness.context());
    }
  }

  private static void matrices(
      Hyperparameters given, NDArray z1, NDArray z2, Harness harness, Outcome outcome) {
    if (given.text("variant").equals("simaffinity")) {
      NDArray affinity =
          new Asymmetry(harness.kernels()).affinity(z1, z2, given.number("temperature"), true);
      outcome.output("affinity", affinity.stopGradient());
      return;
    }
    WhitenedAffinity whitened = new WhitenedAffinity(harness.kernels());
    NDArray affinity =
        whitened.matrix(z1, z2, whitened.statistics(z1, z2, given.number("ridge"))).stopGradient();
    outcome.output("whitened_affinity", affinity);
    if (given.has("temperature")) {
      double divisor = z1.getShape().get(0) * given.number("temperature");
      outcome.output("affinity", affinity.div(divisor));
    }
  }
}
