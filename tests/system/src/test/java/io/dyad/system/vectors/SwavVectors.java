package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Embeddings;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.GivenBank;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.pairs.CropsProvider;
import io.dyad.contrast.swav.Codes;
import io.dyad.contrast.swav.SwavEquation;
import io.dyad.contrast.swav.SwavOptions;
import io.dyad.contrast.swav.SwavProvider;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.training.QueueUnderTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SwAV: codes of given scores, or a step of the loss with prototypes, crops and queues. */
public final class SwavVectors implements VectorAdapter {
  private static final NDIndex ALL = new NDIndex("...");

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("swav");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    SwavEquation equation =
        new SwavEquation(harness.kernels(), options(vector.hyperparameters(), 0.1));
    return vector.inputs().containsKey("scores")
        ? new Outcome().output("codes", equation.codes(constant(vector, "scores", harness)))
        : step(vector, equation, harness);
  }

  private static SwavOptions options(Hyperparameters given, double temperature) {
    return new SwavOptions(
        Embeddings.PROJECTION,
        List.of(2),
        temperature,
        given.number("epsilon"),
        given.integer("sinkhorn_iterations"),
        Codes.SINKHORN,
        0,
        List.of(),
        0);
  }

  private static Outcome step(VectorCase vector, SwavEquation equation, Harness harness) {
    int codeViews = vector.hyperparameters().integer("assignment_crops");
    int views = codeViews + vector.hyperparameters().integer("extra_crops");
    Map<Rows, NDArray> crops = new LinkedHashMap<>();
    List<NDArray> inputs = new ArrayList<>();
    for (int i = 1; i <= views; i++) {
      RecordedArray crop = vector.input("crop" + i);
      inputs.add(harness.leaf(crop.shape(), crop.data()));
      crops.put(Rows.of("view-" + i, Embeddings.PROJECTION), inputs.get(i - 1));
    }
    HarnessSetup setup = harness.setup();
    setup.with(Rows.of("view-1", Embeddings.PROJECTION), vector.input("crop1").shape().slice(1));
    List<NDArray> queues = queues(vector, harness);
    for (int i = 0; i < queues.size(); i++) {
      setup.with(new GivenBank("queue-" + (i + 1), queues.get(i)));
      crops.put(Rows.bank("queue-" + (i + 1)), queues.get(i));
    }
    TaggedRows encoded = new TaggedRows(FakeEncoded.of(crops), codeViews);
    Outcome outcome = new Outcome();
    try (Subject<Loss> loss =
            Subject.of(new SwavProvider(), settings(vector, queues.size()), setup);
        Subject<PairSampler> sampler = Subject.of(new CropsProvider(), "", setup)) {
      NDArray prototypes = prototypes(vector, loss, harness);
      outcome.output("prototypes_normalised", prototypes.duplicate());
      NDArray value =
          loss.component()
              .evaluate(
                  encoded,
                  sampler.component().sample(encoded, harness.context()),
                  harness.context())
              .total();
      outcome.output("loss", value);
      inputs.add(prototypes);
      NDList gradients = harness.gradients(value, inputs.toArray(NDArray[]::new));
      for (int i = 1; i <= views; i++) {
        outcome.gradient("crop" + i, gradients.get(i - 1));
      }
      outcome.gradient("prototypes", gradients.get(views));
      codes(inputs.subList(0, codeViews), queues, prototypes, equation, outcome);
    }
    return outcome;
  }

  private static String settings(VectorCase vector, int queues) {
    Hyperparameters given = vector.hyperparameters();
    return """
        prototypes = [%d], temperature = %s, epsilon = %s, sweeps = %d, frozen-steps = %d
        queues = %s
        """
        .formatted(
            vector.input("prototypes").shape().get(0),
            given.json("temperature"),
            given.json("epsilon"),
            given.integer("sinkhorn_iterations"),
            given.truth("prototypes_frozen") ? 1 : 0,
            queues == 0 ? "[]" : "[queue-1, queue-2]");
  }

  /** Gives the loss the recorded prototypes, as they are when a step begins. */
  private static NDArray prototypes(VectorCase vector, Subject<Loss> loss, Harness harness) {
    NDArray prototypes = loss.parameters().values().iterator().next();
    try (GradientMode ignored = GradientMode.disabled()) {
      prototypes.set(ALL, constant(vector, "prototypes", harness));
      loss.component().beforeStep(harness.context());
    }
    return prototypes;
  }

  /** Returns one array a code crop, newest block first, an order that codes do not see. */
  private static List<NDArray> queues(VectorCase vector, Harness harness) {
    if (!vector.inputs().containsKey("queue")) {
      return List.of();
    }
    NDArray all = constant(vector, "queue", harness);
    return List.of(all.get(0), all.get(1));
  }

  private static void codes(
      List<NDArray> crops,
      List<NDArray> queues,
      NDArray prototypes,
      SwavEquation equation,
      Outcome outcome) {
    NDList after = new NDList();
    for (int i = 0; i < crops.size(); i++) {
      NDArray scores = equation.scores(crops.get(i), prototypes);
      long samples = scores.getShape().get(0);
      NDArray all =
          queues.isEmpty() ? scores : equation.scores(queues.get(i), prototypes).concat(scores, 0);
      long total = all.getShape().get(0);
      NDArray codes = equation.codes(all);
      outcome.output(
          "codes" + (i + 1), codes.get(new NDIndex().addSliceDim(total - samples, total)));
      if (!queues.isEmpty()) {
        after.add(pushed(crops.get(i), queues.get(i)));
      }
    }
    if (!after.isEmpty()) {
      outcome.output("queue_after", NDArrays.stack(after));
    }
  }

  /**
   * What the runtime's queue, oldest first, holds after a step; the reference has blocks reversed.
   */
  private static NDArray pushed(NDArray crop, NDArray queue) {
    long block = crop.getShape().get(0);
    QueueUnderTest kept = new QueueUnderTest(reversed(queue, block));
    kept.push(crop.div(crop.norm(new int[] {1}, true)).stopGradient());
    return reversed(kept.rows(), block);
  }

  private static NDArray reversed(NDArray queue, long block) {
    Shape shape = queue.getShape();
    return queue.reshape(-1, block, shape.get(1)).flip(0).reshape(shape);
  }

  private static NDArray constant(VectorCase vector, String input, Harness harness) {
    RecordedArray recorded = vector.input(input);
    Shape shape = recorded.shape();
    return harness.constant(shape, recorded.data());
  }
}
