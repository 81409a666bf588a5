package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.api.Parameters;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.pairs.CrossViewProvider;
import io.dyad.contrast.simsiam.SimSiamProvider;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.view.TensorView;
import io.dyad.vision.encoder.MlpProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SimSiam behind a predictor, which is an {@code mlp} head with the recorded parameters. */
public final class SimSiamPredictorVectors implements VectorAdapter {
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "weight1", "layer1.weight",
          "bn_scale", "layer1.norm.weight",
          "bn_shift", "layer1.norm.bias",
          "weight2", "layer2.weight",
          "bias2", "layer2.bias");
  private static final String PAIRS = "anchors = prediction, keys = projection, negatives = false";

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("simsiam")
        && vector.inputs().keySet().containsAll(PARAMETERS.keySet());
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    vector.hyperparameters().implied("batch_norm_epsilon");
    NDArray z1 = leaf(vector.input("z1"), harness);
    NDArray z2 = leaf(vector.input("z2"), harness);
    long width = z1.getShape().get(1);
    int hidden = vector.hyperparameters().integer("predictor_hidden");
    HarnessSetup setup = harness.setup().with(TensorView.of(z1));
    try (Subject<Encoder> predictor =
            Subject.of(new MlpProvider(), "widths = [%d, %d]".formatted(hidden, width), setup);
        Subject<Loss> loss = Subject.of(new SimSiamProvider(), "", setup);
        Subject<PairSampler> pairs = Subject.of(new CrossViewProvider(), PAIRS, setup)) {
      Map<String, NDArray> inputs = new LinkedHashMap<>(Map.of("z1", z1, "z2", z2));
      inputs.putAll(load(vector, predictor.component(), harness));
      HarnessContext context = harness.context();
      NDArray p1 = predicted(predictor.component(), z1, context);
      NDArray p2 = predicted(predictor.component(), z2, context);
      FakeEncoded encoded =
          FakeEncoded.projections(z1, z2)
              .with(Rows.of("view-1", Embeddings.PREDICTION), p1)
              .with(Rows.of("view-2", Embeddings.PREDICTION), p2);
      NDArray value =
          loss.component()
              .evaluate(encoded, pairs.component().sample(encoded, context), context)
              .total();
      Outcome outcome = new Outcome().output("loss", value).output("p1", p1).output("p2", p2);
      List<String> names = new ArrayList<>(inputs.keySet());
      NDList gradients = harness.gradients(value, inputs.values().toArray(NDArray[]::new));
      for (int i = 0; i < names.size(); i++) {
        outcome.gradient(names.get(i), gradients.get(i));
      }
      return outcome;
    }
  }

  private static NDArray predicted(Encoder predictor, NDArray rows, HarnessContext context) {
    return predictor.encode(TensorView.of(rows), context).get(Embeddings.REPRESENTATION);
  }

  /** Writes the recorded parameters into the predictor's and returns these by recorded name. */
  private static Map<String, NDArray> load(VectorCase vector, Encoder predictor, Harness harness) {
    Map<String, NDArray> own = predictor.parameters().groups().get(Parameters.MAIN);
    Map<String, NDArray> named = new LinkedHashMap<>();
    try (GradientMode ignored = GradientMode.disabled()) {
      PARAMETERS.forEach(
          (input, name) -> {
            RecordedArray recorded = vector.input(input);
            NDArray parameter = own.get(name);
            parameter.set(new NDIndex("..."), constant(recorded, harness, parameter.getShape()));
            named.put(input, parameter);
          });
    }
    return named;
  }

  private static NDArray leaf(RecordedArray array, Harness harness) {
    return harness.leaf(array.shape(), array.data());
  }

  private static NDArray constant(RecordedArray array, Harness harness, Shape shape) {
    return harness.constant(shape, array.data());
  }
}
