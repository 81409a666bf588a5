package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.InBatchProvider;
import io.dyad.graph.encoder.GcnProvider;
import io.dyad.toolkit.view.GraphView;
import io.dyad.toolkit.view.TensorView;
import io.dyad.vision.encoder.MlpProvider;
import java.util.List;

/**
 * GRACE as its preset has it: graph convolutions (or, in some cases, what they would give), the
 * projector, and the cross entropy, of all anchors and of each.
 */
public final class GraceVectors implements VectorAdapter {
  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("grace");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    vector.hyperparameters().implied("weight_layout");
    vector.hyperparameters().implied("adjacency_layout");
    vector.hyperparameters().implied("chunk_size_giving_the_same_value");
    LoadedParameters inputs = new LoadedParameters(vector, harness);
    Outcome outcome = new Outcome();
    if (vector.inputs().containsKey("z1")) {
      compare(vector, harness, inputs, inputs.leaf("z1"), inputs.leaf("z2"), outcome);
      return outcome;
    }
    GraphView first = graph(vector, "x1", "adjacency_1", harness);
    GraphView second = graph(vector, "x2", "adjacency_2", harness);
    try (Subject<Encoder> gcn =
        Subject.of(new GcnProvider(), convolutions(vector), harness.setup().with(first))) {
      for (int layer = 0; layer < 2; layer++) {
        String input = "gcn" + (layer + 1);
        inputs.loadTransposed(input + "_weight", gcn.component(), "layers." + layer + ".weight");
        inputs.load(input + "_bias", gcn.component(), "layers." + layer + ".bias");
      }
      if (vector.inputs().containsKey("prelu")) {
        inputs.load("prelu", gcn.component(), "slope");
      }
      NDArray z1 = encoded(gcn.component().encode(first, harness.context()));
      NDArray z2 = encoded(gcn.component().encode(second, harness.context()));
      outcome.output("z1", z1).output("z2", z2);
      compare(vector, harness, inputs, z1, z2, outcome);
    }
    return outcome;
  }

  private static String convolutions(VectorCase vector) {
    return "widths = [%d, %d], activation = %s"
        .formatted(
            vector.input("gcn1_weight").shape().get(0),
            vector.input("gcn2_weight").shape().get(0),
            vector.hyperparameters().text("activation"));
  }

  /** Reads a matrix whose entry (source, target) is the weight of an edge. */
  private static GraphView graph(
      VectorCase vector, String features, String adjacency, Harness harness) {
    RecordedArray x = vector.input(features);
    RecordedArray recorded = vector.input(adjacency);
    NDArray edges = harness.constant(recorded.shape(), recorded.data()).nonzero().transpose();
    return GraphView.of(harness.constant(x.shape(), x.data()), edges.toType(DataType.INT64, false));
  }

  private static void compare(
      VectorCase vector,
      Harness harness,
      LoadedParameters inputs,
      NDArray z1,
      NDArray z2,
      Outcome outcome) {
    String widths =
        "widths = [%d, %d], batch-norm = false, activation = elu"
            .formatted(
                vector.input("fc1_weight").shape().get(0),
                vector.input("fc2_weight").shape().get(0));
    String temperature = "temperature = " + vector.hyperparameters().json("tau");
    try (Subject<Encoder> projector =
            Subject.of(new MlpProvider(), widths, harness.setup().with(TensorView.of(z1)));
        Subject<Loss> loss = Subject.of(new InfoNceProvider(), temperature, harness.setup());
        Subject<PairSampler> pairs = Subject.of(new InBatchProvider(), "", harness.setup())) {
      for (int layer = 1; layer <= 2; layer++) {
        inputs.load("fc" + layer + "_weight", projector.component(), "layer" + layer + ".weight");
        inputs.load("fc" + layer + "_bias", projector.component(), "layer" + layer + ".bias");
      }
      NDArray h1 = encoded(projector.component().encode(TensorView.of(z1), harness.context()));
      NDArray h2 = encoded(projector.component().encode(TensorView.of(z2), harness.context()));
      FakeEncoded encoded = FakeEncoded.projections(h1, h2);
      Pairs sampled = pairs.component().sample(encoded, harness.context());
      NDArray value = value(loss, encoded, sampled, harness);
      outcome.output("h1", h1).output("h2", h2).output("loss", value);
      NDArray each = anchorByAnchor(loss, encoded, sampled, harness);
      outcome.output("semi_loss_1_to_2", each.get(0)).output("semi_loss_2_to_1", each.get(1));
      inputs.addGradients(value, outcome);
    }
  }

  private static NDArray value(
      Subject<Loss> loss, FakeEncoded encoded, Pairs pairs, Harness harness) {
    return loss.component().evaluate(encoded, pairs, harness.context()).total();
  }

  /** Returns the loss of each anchor on its own, shape (2, N). */
  private static NDArray anchorByAnchor(
      Subject<Loss> loss, FakeEncoded encoded, Pairs pairs, Harness harness) {
    Contrast all = pairs.contrasts().get(0);
    int samples = encoded.batch().size();
    NDList values = new NDList();
    for (int anchor = 0; anchor < 2 * samples; anchor++) {
      Relation.Block block = all.relation().block(anchor, anchor + 1);
      long[] place = {anchor % samples};
      Rows row = all.anchors().get(anchor / samples).at(harness.manager().create(place));
      Relation one = Relation.of(block.positive(), block.denominator());
      Contrast contrast = Contrast.of(List.of(row), all.keys(), one);
      values.add(value(loss, encoded, Pairs.of(List.of(contrast)), harness));
    }
    return NDArrays.stack(values).reshape(2, samples);
  }

  private static NDArray encoded(Embeddings embeddings) {
    return embeddings.get(Embeddings.REPRESENTATION);
  }
}
