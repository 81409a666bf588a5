package io.dyad.system.vectors;

import static io.dyad.system.vectors.BaconVectors.evaluated;
import static io.dyad.system.vectors.BaconVectors.halves;
import static io.dyad.system.vectors.BaconVectors.labels;
import static io.dyad.system.vectors.BaconVectors.longs;
import static io.dyad.system.vectors.BaconVectors.sampled;
import static io.dyad.system.vectors.BaconVectors.views;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.Targets;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.bacon.LabelledProvider;
import io.dyad.contrast.bacon.SelfBalancedProvider;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.InBatchProvider;
import io.dyad.toolkit.draws.GivenDraws;
import io.dyad.toolkit.kernel.Scalars;
import java.util.Arrays;
import java.util.Map;

/** The contrasts of BaCon: info-nce over all, over labelled, and over self-balanced pairs. */
public final class BaconContrastVectors implements VectorAdapter {
  private static final String PROJECTION = "projection";
  private static final String LOGITS = "logits";

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("bacon") && vector.inputs().containsKey(PROJECTION);
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    RecordedArray recorded = vector.input(PROJECTION);
    NDArray projection = harness.leaf(recorded.shape(), recorded.data());
    NDArray labels = harness.manager().create(labels(vector));
    FakeEncoded encoded =
        views(projection, "main", PROJECTION).with(Targets.of(Targets.LABEL, labels));
    return vector.inputs().containsKey(LOGITS)
        ? selfBalanced(vector, harness, encoded, projection)
        : warmUp(vector, harness, encoded, projection);
  }

  private static Outcome warmUp(
      VectorCase vector, Harness harness, FakeEncoded encoded, NDArray projection) {
    Hyperparameters given = vector.hyperparameters();
    HarnessContext context = harness.context();
    Pairs all = sampled(new InBatchProvider(), "", harness.setup(), encoded, context);
    Pairs labelled = sampled(new LabelledProvider(), "", harness.setup(), encoded, context);
    NDArray unsupervised =
        infoNce(given.number("info_nce_temperature"), harness, encoded, all, context);
    NDArray supervised =
        infoNce(given.number("supervised_temperature"), harness, encoded, labelled, context);
    double weight = given.number("supervised_weight");
    NDArray objective =
        unsupervised
            .mul(Scalars.of(unsupervised, 1 - weight))
            .add(supervised.mul(Scalars.of(supervised, weight)));
    return new Outcome()
        .output("unsupervised_contrastive", unsupervised)
        .output("supervised_contrastive", supervised)
        .output("warmup_objective", objective)
        .gradient(PROJECTION, harness.gradients(objective, projection).head());
  }

  private static Outcome selfBalanced(
      VectorCase vector, Harness harness, FakeEncoded projections, NDArray projection) {
    RecordedArray recorded = vector.input(LOGITS);
    NDArray stacked = harness.constant(recorded.shape(), recorded.data());
    NDList logits = halves(stacked);
    FakeEncoded encoded = projections;
    for (int i = 0; i < logits.size(); i++) {
      encoded = encoded.with(Rows.of("view-" + (i + 1), LOGITS).network("pseudo"), logits.get(i));
    }
    HarnessContext context = harness.context();
    RecordedArray counts = vector.input("estimated_class_counts");
    context.publish("class-counts", harness.constant(counts.shape(), counts.data()));
    String options = options(vector.hyperparameters());
    Pairs first =
        pairs(options, recorded, harness, encoded, context, new float[projections.batch().size()]);
    float[] draws = draws(vector, first);
    Pairs pairs = pairs(options, recorded, harness, encoded, context, draws);
    double temperature = vector.hyperparameters().number("contrastive_temperature");
    NDArray loss = infoNce(temperature, harness, encoded, pairs, context);
    Outcome outcome =
        new Outcome()
            .output("loss", loss)
            .gradient(PROJECTION, harness.gradients(loss, projection).head());
    for (String note : new String[] {"logit-adjustment", "keep-probability", "soft-label"}) {
      outcome.output(note.replace('-', '_'), note(pairs, note));
    }
    return outcome
        .output("selected_unlabelled", selected(vector, pairs, harness))
        .output("pair_weight", pairWeights(pairs));
  }

  private static String options(Hyperparameters given) {
    return "epochs-before = 0, temperature = %s, alpha = %s, beta = %s, adjustment-power = %s"
        .formatted(
            given.number("student_temperature"),
            given.number("alpha"),
            given.number("beta"),
            given.number("adjustment_power"));
  }

  private static Pairs pairs(
      String options,
      RecordedArray logits,
      Harness harness,
      FakeEncoded encoded,
      HarnessContext context,
      float[] draws) {
    HarnessSetup setup =
        harness.setup().with(Rows.of("any", LOGITS).network("pseudo"), logits.shape().slice(1));
    NDArray keep = harness.manager().create(draws);
    return sampled(
        new SelfBalancedProvider(),
        options,
        setup,
        encoded,
        context.with(GivenDraws.of(Map.of("keep", keep))));
  }

  /** Returns draws of which as many fall below the keep probability as the case says. */
  private static float[] draws(VectorCase vector, Pairs pairs) {
    long[] left = longs(vector.input("kept_per_predicted_class"));
    long[] known = labels(vector);
    long[] predicted =
        note(pairs, "soft-label").argMax(1).toType(DataType.INT64, false).toLongArray();
    float[] draws = new float[known.length];
    Arrays.fill(draws, Math.nextDown(1f));
    for (int i = 0; i < draws.length; i++) {
      if (known[i] < 0 && left[(int) predicted[i]] > 0) {
        left[(int) predicted[i]]--;
        draws[i] = 0;
      }
    }
    return draws;
  }

  private static NDArray selected(VectorCase vector, Pairs pairs, Harness harness) {
    long[] known = labels(vector);
    double[] flags = new double[known.length];
    for (long sample : note(pairs, "chosen").toLongArray()) {
      flags[(int) sample] = known[(int) sample] < 0 ? 1 : 0;
    }
    return harness.constant(new Shape(flags.length), flags);
  }

  /** Returns the weights of the first view's rows against the second's: no pair is left out. */
  private static NDArray pairWeights(Pairs pairs) {
    long chosen = note(pairs, "chosen").size();
    return pairs
        .contrasts()
        .get(0)
        .relation()
        .block(0, chosen)
        .positive()
        .get(new NDIndex().addAllDim().addSliceDim(chosen, 2 * chosen));
  }

  private static NDArray note(Pairs pairs, String name) {
    return pairs.note(name).orElseThrow();
  }

  private static NDArray infoNce(
      double temperature,
      Harness harness,
      FakeEncoded encoded,
      Pairs pairs,
      HarnessContext context) {
    return evaluated(
            new InfoNceProvider(), "temperature = " + temperature, harness, encoded, pairs, context)
        .total();
  }
}
