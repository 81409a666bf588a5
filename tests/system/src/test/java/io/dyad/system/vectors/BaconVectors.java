package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.LossValue;
import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Pairs;
import io.dyad.api.Progress;
import io.dyad.api.Rows;
import io.dyad.api.Targets;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.bacon.ClassCounts;
import io.dyad.contrast.bacon.NetworkViewsProvider;
import io.dyad.contrast.bacon.PseudoLabelEquation;
import io.dyad.contrast.bacon.PseudoLabelProvider;
import io.dyad.contrast.bacon.SelfBalancedProvider;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The classifier of BaCon and its class counts; {@link BaconContrastVectors} has its contrast. */
public final class BaconVectors implements VectorAdapter {
  private static final String LOGITS = "logits";
  private static final String COUNTS = "estimated_class_counts";
  private static final String LABEL = "label";

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("bacon") && !vector.inputs().containsKey("projection");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    return vector.inputs().containsKey("cluster")
        ? distribution(vector, harness)
        : pseudoLabels(vector, harness);
  }

  private static Outcome pseudoLabels(VectorCase vector, Harness harness) {
    var given = vector.hyperparameters();
    double student = given.number("student_temperature");
    double teacher = given.number("teacher_temperature");
    double power = given.number("regulariser_power");
    RecordedArray recorded = vector.input(LOGITS);
    NDArray logits = harness.leaf(recorded.shape(), recorded.data());
    NDArray unknown = unknown(recorded.shape().get(0) / 2, harness);
    FakeEncoded encoded = views(logits, "main", LOGITS).with(Targets.of(Targets.LABEL, unknown));
    NDArray counts = harness.constant(vector.input(COUNTS).shape(), vector.input(COUNTS).data());
    HarnessContext context = harness.context().with(Progress.of(given.integer("epoch"), 200, 0, 1));
    context.publish("class-counts", counts);
    HarnessSetup setup = harness.setup();
    Pairs pairs = sampled(new NetworkViewsProvider(), "", setup, encoded, context);
    LossValue value =
        evaluated(
            new PseudoLabelProvider(),
            "supervised-weight = 0, student-temperature = %s, counts-power = %s"
                .formatted(student, power),
            harness,
            encoded,
            pairs,
            context);
    PseudoLabelEquation.Terms terms =
        new PseudoLabelEquation(harness.kernels())
            .terms(
                halves(logits),
                halves(logits),
                new long[] {0, 1},
                new long[] {1, 0},
                counts,
                unknown,
                new PseudoLabelEquation.Constants(student, teacher, power));
    return new Outcome()
        .output("cross_view_loss", term(value, "cross-view"))
        .output("distribution_regulariser", term(value, "distribution"))
        .output("regularised_mean_probabilities", terms.probabilities())
        .gradient(LOGITS, harness.gradients(value.total(), logits).head());
  }

  private static NDArray term(LossValue value, String name) {
    NDArray term = value.terms().get(name);
    if (term == null) {
      throw new IllegalStateException("the loss has no term " + name);
    }
    return term;
  }

  private static NDArray unknown(long samples, Harness harness) {
    return harness.manager().zeros(new Shape(samples), DataType.INT64).sub(1L);
  }

  private static Outcome distribution(VectorCase vector, Harness harness) {
    int classes =
        vector.hyperparameters().integer("known_classes")
            + vector.hyperparameters().integer("novel_classes");
    ClassCounts found =
        ClassCounts.estimate(longs(vector.input("cluster")), labels(vector), classes);
    NDArray counts = harness.manager().create(found.counts()).toType(DataType.FLOAT64, false);
    return new Outcome()
        .output("matched_cluster_of_known_class", harness.manager().create(found.clusterOfKnown()))
        .output(COUNTS, counts)
        .output("logit_adjustment", adjustment(vector, counts, harness));
  }

  /** As the sampler takes it from logits, here from some of no meaning. */
  private static NDArray adjustment(VectorCase vector, NDArray counts, Harness harness) {
    Shape shape = new Shape(2).addAll(counts.getShape());
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    for (int view = 1; view <= 2; view++) {
      rows.put(Rows.of("view-" + view, "projection"), harness.manager().ones(shape));
      rows.put(Rows.of("view-" + view, LOGITS), harness.manager().zeros(shape, DataType.FLOAT64));
    }
    FakeEncoded encoded = FakeEncoded.of(rows).with(Targets.of(Targets.LABEL, unknown(2, harness)));
    HarnessContext context = harness.context();
    context.publish("class-counts", counts);
    HarnessSetup setup = harness.setup().with(Rows.of("any", LOGITS), counts.getShape());
    String options =
        "classifier = main, epochs-before = 0, adjustment-power = "
            + vector.hyperparameters().number("adjustment_power");
    return sampled(new SelfBalancedProvider(), options, setup, encoded, context)
        .note("logit-adjustment")
        .orElseThrow();
  }

  /** Returns the labels of a case, -1 for samples that are not labelled. */
  static long[] labels(VectorCase vector) {
    long[] labels = longs(vector.input(LABEL));
    long[] known = longs(vector.input("is_labelled"));
    return IntStream.range(0, labels.length)
        .mapToLong(i -> known[i] == 1 ? labels[i] : -1)
        .toArray();
  }

  static long[] longs(RecordedArray array) {
    return Arrays.stream(array.data()).mapToLong(Math::round).toArray();
  }

  /** Returns the rows of both views, which stand one after the other. */
  static NDList halves(NDArray stacked) {
    long half = stacked.getShape().get(0) / 2;
    return new NDList(
        LongStream.of(0, half)
            .mapToObj(from -> stacked.get(new NDIndex().addSliceDim(from, from + half)))
            .toList());
  }

  static FakeEncoded views(NDArray stacked, String network, String output) {
    NDList halves = halves(stacked);
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    for (int i = 0; i < halves.size(); i++) {
      rows.put(Rows.of("view-" + (i + 1), output).network(network), halves.get(i));
    }
    return FakeEncoded.of(rows);
  }

  static Pairs sampled(
      PairSamplerProvider<?> provider,
      String options,
      HarnessSetup setup,
      FakeEncoded encoded,
      HarnessContext context) {
    try (Subject<PairSampler> sampler = Subject.of(provider, options, setup)) {
      return sampler.component().sample(encoded, context);
    }
  }

  static LossValue evaluated(
      LossProvider<?> provider,
      String options,
      Harness harness,
      FakeEncoded encoded,
      Pairs pairs,
      HarnessContext context) {
    try (Subject<Loss> loss = Subject.of(provider, options, harness.setup())) {
      return loss.component().evaluate(encoded, pairs, context);
    }
  }
}
