package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Embeddings;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.api.Rows;
import io.dyad.api.Targets;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.LabelsProvider;
import java.util.LinkedHashMap;
import java.util.Map;

/** SupCon over features of shape (samples, views, width); without labels each is its own class. */
public final class SupConVectors implements VectorAdapter {
  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("supcon") && vector.inputs().containsKey("features");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Hyperparameters given = vector.hyperparameters();
    RecordedArray recorded = vector.input("features");
    NDArray features = harness.leaf(recorded.shape(), recorded.data());
    Map<Rows, NDArray> views = new LinkedHashMap<>();
    for (long view = 0; view < recorded.shape().get(1); view++) {
      views.put(
          Rows.of("view-" + (view + 1), Embeddings.PROJECTION),
          features.get(new NDIndex().addAllDim().addIndices(view)));
    }
    FakeEncoded encoded = FakeEncoded.of(views).with(labels(vector, harness));
    String options =
        "temperature = %s, base-temperature = %s"
            .formatted(given.number("temperature"), given.number("base_temperature"));
    String mode = "mode = " + given.text("contrast_mode");
    try (Subject<PairSampler> pairs = Subject.of(new LabelsProvider(), mode, harness.setup());
        Subject<Loss> loss = Subject.of(new InfoNceProvider(), options, harness.setup())) {
      NDArray value =
          loss.component()
              .evaluate(
                  encoded, pairs.component().sample(encoded, harness.context()), harness.context())
              .total();
      return new Outcome()
          .output("loss", value)
          .gradient("features", harness.gradients(value, features).head());
    }
  }

  private static Targets labels(VectorCase vector, Harness harness) {
    long samples = vector.input("features").shape().get(0);
    NDArray labels =
        vector.inputs().containsKey("labels")
            ? harness.constant(new Shape(samples), vector.input("labels").data())
            : harness.manager().ones(new Shape(samples)).neg();
    return Targets.of(Targets.LABEL, labels.toType(DataType.INT64, false));
  }
}
