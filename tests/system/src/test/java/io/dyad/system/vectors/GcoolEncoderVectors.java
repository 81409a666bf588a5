package io.dyad.system.vectors;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.View;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.graph.encoder.GcnProvider;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.view.GraphView;
import io.dyad.toolkit.view.TensorView;
import io.dyad.vision.encoder.MlpProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** gCooL from features to the loss: two graph convolutions and a projector, as its preset has. */
public final class GcoolEncoderVectors implements VectorAdapter {
  /** The recorded names in the order of the encoder's parameters. */
  private static final List<String> ENCODER =
      List.of("gcn1_weight", "gcn1_bias", "gcn2_weight", "gcn2_bias", "prelu");

  private static final List<String> PROJECTOR =
      List.of("proj1_weight", "proj1_bias", "proj2_weight", "proj2_bias");

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("gcool") && vector.inputs().containsKey("gcn1_weight");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Hyperparameters given = vector.hyperparameters();
    given.implied("weight_layout");
    given.implied("adjacency_layout");
    List<NDArray> features =
        List.of(GcoolVectors.leaf(vector, "x1", harness), GcoolVectors.leaf(vector, "x2", harness));
    List<GraphView> graphs = GcoolVectors.graphs(vector, features, harness);
    Outcome outcome = new Outcome();
    try (Subject<Encoder> encoder =
            subject(
                new GcnProvider(), vector, ENCODER, "activation = prelu", graphs.get(0), harness);
        Subject<Encoder> projector =
            subject(
                new MlpProvider(),
                vector,
                PROJECTOR,
                "batch-norm = false, activation = elu",
                TensorView.of(encoded(encoder, graphs.get(0), harness)),
                harness);
        GcoolStep step = new GcoolStep(vector, harness)) {
      List<NDArray> projections = new ArrayList<>();
      for (int view = 1; view <= 2; view++) {
        NDArray representation = encoded(encoder, graphs.get(view - 1), harness);
        NDArray projection = encoded(projector, TensorView.of(representation), harness);
        projections.add(projection.div(projection.norm(new int[] {1}, true)));
        outcome.output("z" + view, representation).output("h" + view, projections.get(view - 1));
      }
      GcoolStep.Value value = step.evaluate(projections, graphs);
      outcome
          .output("deca", value.deca())
          .output("node_contrast", value.node())
          .output("community_contrast", value.contrast())
          .output("loss", value.total());
      Map<String, NDArray> inputs = new LinkedHashMap<>(named(ENCODER, encoder));
      inputs.putAll(named(PROJECTOR, projector));
      inputs.put("center", step.centers());
      NDList gradients = harness.gradients(value.total(), inputs.values().toArray(NDArray[]::new));
      for (String name : inputs.keySet()) {
        NDArray gradient = gradients.remove(0);
        outcome.gradient(name, isTransposed(name) ? gradient.transpose() : gradient);
      }
    }
    return outcome;
  }

  /** Makes an encoder of two layers as wide as recorded, with the recorded parameters. */
  private static Subject<Encoder> subject(
      EncoderProvider<?> provider,
      VectorCase vector,
      List<String> names,
      String options,
      View example,
      Harness harness) {
    String widths =
        "widths = [%d, %d], "
            .formatted(
                vector.input(names.get(1)).shape().get(0),
                vector.input(names.get(3)).shape().get(0));
    Subject<Encoder> subject =
        Subject.of(provider, widths + options, harness.setup().with(example));
    try (GradientMode ignored = GradientMode.disabled()) {
      named(names, subject)
          .forEach(
              (name, array) -> {
                NDArray recorded =
                    harness.constant(vector.input(name).shape(), vector.input(name).data());
                array.set(new NDIndex("..."), isTransposed(name) ? recorded.transpose() : recorded);
              });
    }
    return subject;
  }

  /** Graph convolutions have weights of shape (inputs, outputs). */
  private static boolean isTransposed(String name) {
    return name.startsWith("gcn") && name.endsWith("weight");
  }

  private static Map<String, NDArray> named(List<String> names, Subject<Encoder> subject) {
    Map<String, NDArray> named = new LinkedHashMap<>();
    subject.parameters().values().forEach(array -> named.put(names.get(named.size()), array));
    return named;
  }

  private static NDArray encoded(Subject<Encoder> encoder, View view, Harness harness) {
    return requireNonNull(
        encoder.component().encode(view, harness.context()).get(Embeddings.REPRESENTATION));
  }
}
