package io.dyad.system.vectors;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.Embeddings;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Progress;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.CrossViewProvider;
import io.dyad.graph.gcool.CommunitiesOptions;
import io.dyad.graph.gcool.CommunitiesProvider;
import io.dyad.graph.gcool.Similarity;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.view.GraphView;
import java.util.List;

/** The parts that the preset {@code gcool} wires, with the settings and centres of a case. */
final class GcoolStep implements AutoCloseable {
  private final CommunitiesOptions options;
  private final Harness harness;
  private final long epoch;
  private final Subject<PairSampler> pairs;
  private final Subject<Loss> node;
  private final Subject<Loss> communities;

  /** What both terms gave. */
  record Value(NDArray node, LossValue communities) {
    NDArray total() {
      return node.add(communities.total());
    }

    NDArray deca() {
      return requireNonNull(communities.terms().get("deca"));
    }

    NDArray contrast() {
      return requireNonNull(communities.terms().get("community-contrast"));
    }

    NDArray alpha() {
      return requireNonNull(communities.observations().get("alpha"));
    }

    NDArray coefficient() {
      return requireNonNull(communities.observations().get("coefficient"));
    }
  }

  GcoolStep(VectorCase vector, Harness harness) {
    this.harness = harness;
    Hyperparameters given = vector.hyperparameters();
    epoch = given.integer("epoch");
    options = options(given);
    RecordedArray centers = vector.input("center");
    HarnessSetup setup =
        harness.setup().with(Rows.of("any", Embeddings.PROJECTION), centers.shape().slice(1));
    pairs = Subject.of(new CrossViewProvider(), "both-ways = false", harness.setup());
    String temperature = "normalize = false, temperature = " + options.temperature();
    node = Subject.of(new InfoNceProvider(), temperature, harness.setup());
    communities = Subject.of(new CommunitiesProvider(), settings(options), setup);
    try (GradientMode ignored = GradientMode.disabled()) {
      centers().set(new NDIndex("..."), harness.constant(centers.shape(), centers.data()));
    }
  }

  private static CommunitiesOptions options(Hyperparameters given) {
    return new CommunitiesOptions(
        Embeddings.PROJECTION,
        given.integer("num_community"),
        given.text("similarity").equals("RBF") ? Similarity.RBF : Similarity.COSINE,
        given.number("tau"),
        false,
        given.number("lamda"),
        given.number("gamma"),
        given.number("stride"),
        given.number("alpha_rate"));
  }

  private static String settings(CommunitiesOptions options) {
    return """
        communities = %s, similarity = %s, temperature = %s, normalize = false
        inter-weight = %s, gamma = %s, stride = %s, alpha-rate = %s
        """
        .formatted(
            options.communities(),
            options.similarity() == Similarity.RBF ? "rbf" : "cosine",
            options.temperature(),
            options.interWeight(),
            options.gamma(),
            options.stride(),
            options.alphaRate());
  }

  CommunitiesOptions options() {
    return options;
  }

  NDArray centers() {
    return new NDList(communities.parameters().values()).singletonOrThrow();
  }

  /** Evaluates both terms of two views whose rows are of unit length. */
  Value evaluate(List<NDArray> rows, List<GraphView> graphs) {
    FakeEncoded encoded =
        FakeEncoded.projections(rows.toArray(NDArray[]::new))
            .with(array -> graphs.get(array == rows.get(0) ? 0 : 1));
    HarnessContext context = harness.context().with(Progress.of(epoch, epoch + 1, 0, 1));
    Pairs sampled = pairs.component().sample(encoded, context);
    return new Value(
        node.component().evaluate(encoded, sampled, context).total(),
        communities.component().evaluate(encoded, sampled, context));
  }

  @Override
  public void close() {
    pairs.close();
    node.close();
    communities.close();
  }
}
