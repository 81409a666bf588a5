package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.HarnessSpec;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.pairs.QueueProvider;
import io.dyad.contrast.transformation.DimensionMask;
import io.dyad.contrast.transformation.FeatureTransformationOptions;
import io.dyad.contrast.transformation.FeatureTransformationProvider;
import io.dyad.contrast.transformation.NegativeMixing;
import io.dyad.contrast.transformation.PositiveMixing;
import io.dyad.runtime.training.QueueUnderTest;
import io.dyad.toolkit.draws.GivenDraws;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Rows transformed over the pairs of a queue, as the inner loss receives them, and what it makes of
 * them. Shares and permutation are given.
 */
public final class FeatureTransformationVectors implements VectorAdapter {
  private static final Rows QUERY = Rows.of("view-1", "projection");
  private static final Rows KEY = Rows.of("view-2", "projection").target();

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("feature-transformation");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    NDArray query = leaf(vector, "query", harness);
    NDArray key = leaf(vector, "key", harness);
    NDArray queue = leaf(vector, "queue", harness);
    FakeEncoded encoded =
        FakeEncoded.of(Map.of(QUERY, query)).with(KEY, key).with(Rows.bank("queue"), queue);
    HarnessContext context = harness.context().with(GivenDraws.of(draws(vector, harness)));
    SeenByTheLoss seen = new SeenByTheLoss(vector.hyperparameters().number("temperature"), harness);
    Loss loss = new FeatureTransformationProvider().create(options(vector, seen), harness.setup());
    try (Subject<PairSampler> sampler = Subject.of(new QueueProvider(), "", harness.setup())) {
      NDArray value =
          loss.evaluate(encoded, sampler.component().sample(encoded, context), context).total();
      NDList gradients = harness.gradients(value, query, key, queue);
      Outcome outcome =
          seen.outcome()
              .output("loss", value)
              .gradient("query", gradients.get(0))
              .gradient("key", gradients.get(1))
              .gradient("queue", gradients.get(2));
      return stored(outcome, vector, key, queue);
    }
  }

  /** The reference keeps its queue as a ring; here the oldest row is the first. */
  private static Outcome stored(Outcome outcome, VectorCase vector, NDArray plain, NDArray queue) {
    Hyperparameters given = vector.hyperparameters();
    int capacity = (int) queue.getShape().get(0);
    int before = given.integer("queue_pointer_before");
    int after = (before + (int) plain.getShape().get(0)) % capacity;
    NDArray keys =
        given.text("stored_key").equals("plain") ? plain : outcome.outputs().get("key_mixed");
    QueueUnderTest kept = new QueueUnderTest(rotated(queue, before).stopGradient());
    kept.push(keys.stopGradient());
    return outcome
        .output("queue_after", rotated(kept.rows(), capacity - after))
        .output("queue_pointer_after", queue.getManager().create((double) after));
  }

  private static NDArray rotated(NDArray rows, int first) {
    long count = rows.getShape().get(0);
    return rows.get(
        new NDIndex(
            "{}",
            rows.getManager()
                .create(LongStream.range(0, count).map(i -> (i + first) % count).toArray())));
  }

  private static Map<String, NDArray> draws(VectorCase vector, Harness harness) {
    Map<String, NDArray> draws = new LinkedHashMap<>();
    if (vector.inputs().containsKey("positive_lambda")) {
      draws.put("positive-share", constant(vector, "positive_lambda", harness).sub(1));
    }
    if (vector.inputs().containsKey("negative_lambda")) {
      draws.put("negative-share", constant(vector, "negative_lambda", harness));
      draws.put(
          "negative-order", constant(vector, "permutation", harness).toType(DataType.INT64, false));
    }
    return draws;
  }

  /** The reference draws for each number wherever its coefficients have the shape of rows. */
  private static FeatureTransformationOptions options(VectorCase vector, SeenByTheLoss seen) {
    Hyperparameters given = vector.hyperparameters();
    given.implied("dimension_mask");
    String target = given.text("mix_target");
    boolean positives = isOfRows(vector, "positive_lambda");
    boolean negatives = isOfRows(vector, "negative_lambda");
    return new FeatureTransformationOptions(
        HarnessSpec.of(seen, new SeenByTheLoss.None()),
        target.startsWith("pos") ? PositiveMixing.EXTRAPOLATE : PositiveMixing.NONE,
        target.endsWith("neg") ? NegativeMixing.INTERPOLATE : NegativeMixing.NONE,
        2,
        1.6,
        positives
            ? negatives ? DimensionMask.BOTH : DimensionMask.POS
            : negatives ? DimensionMask.NEG : DimensionMask.NONE,
        given.truth("renormalise_after_mix"),
        false,
        0,
        false,
        1);
  }

  private static boolean isOfRows(VectorCase vector, String lambda) {
    return vector.inputs().containsKey(lambda) && !vector.input(lambda).shape().isScalar();
  }

  private static NDArray leaf(VectorCase vector, String name, Harness harness) {
    RecordedArray recorded = vector.input(name);
    return harness.leaf(recorded.shape(), recorded.data());
  }

  private static NDArray constant(VectorCase vector, String name, Harness harness) {
    RecordedArray recorded = vector.input(name);
    return harness.constant(recorded.shape(), recorded.data());
  }
}
