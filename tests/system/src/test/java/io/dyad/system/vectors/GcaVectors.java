package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.graph.augment.AdaptiveDrops;
import io.dyad.graph.augment.Centralities;
import io.dyad.graph.augment.Centrality;
import io.dyad.graph.augment.EdgeList;
import io.dyad.graph.augment.FeatureKind;
import io.dyad.graph.augment.GraphAugmentOptions;
import io.dyad.toolkit.view.GraphView;
import java.util.List;

/** GCA: centralities, and how unimportant and how probably dropped edges and features are. */
public final class GcaVectors implements VectorAdapter {
  private static final String STEPS = "pagerank_(\\d+)_steps";

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("gca");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Hyperparameters given = vector.hyperparameters();
    given.implied("edge_order");
    double damping = given.number("damping");
    double edgeRate = given.number("edge_drop_rate");
    double featureRate = given.number("feature_drop_rate");
    GraphView graph =
        GraphView.of(
            constant(vector.input("x"), harness),
            constant(vector.input("edge_index"), harness).toType(DataType.INT64, false));
    EdgeList edges = EdgeList.of(graph.nodes(), graph.edges()).undirected();
    Outcome outcome = new Outcome();
    outcome.output("degree", array(Centralities.degree(edges), harness));
    outcome.output("eigenvector_centrality", array(Centralities.eigenvector(edges), harness));
    for (String name : vector.outputs().keySet()) {
      if (name.matches(STEPS)) {
        int steps = Integer.parseInt(name.replaceAll(STEPS, "$1"));
        outcome.output(name, array(Centralities.pageRank(edges, damping, steps), harness));
      }
    }
    for (Centrality centrality :
        List.of(Centrality.DEGREE, Centrality.PAGERANK, Centrality.EIGENVECTOR)) {
      AdaptiveDrops drops = AdaptiveDrops.of(graph, options(centrality, given), harness.kernels());
      String name = name(centrality);
      outcome.output("edge_weight_" + name, array(drops.ofEdges(), harness));
      outcome.output("edge_drop_probability_" + name, array(drops.edges(edgeRate), harness));
      outcome.output("feature_weight_" + name, array(drops.ofFeatures(), harness));
      outcome.output(
          "feature_drop_probability_" + name, array(drops.features(featureRate), harness));
    }
    return outcome;
  }

  private static GraphAugmentOptions options(Centrality centrality, Hyperparameters given) {
    return new GraphAugmentOptions(
        List.of(given.number("edge_drop_rate")),
        List.of(given.number("feature_drop_rate")),
        centrality,
        given.text("features").equals("binary") ? FeatureKind.BINARY : FeatureKind.REAL,
        given.number("threshold"),
        given.number("damping"));
  }

  private static String name(Centrality centrality) {
    return switch (centrality) {
      case NONE -> "none";
      case DEGREE -> "degree";
      case PAGERANK -> "pr";
      case EIGENVECTOR -> "evc";
    };
  }

  private static NDArray constant(RecordedArray recorded, Harness harness) {
    return harness.constant(recorded.shape(), recorded.data());
  }

  private static NDArray array(double[] values, Harness harness) {
    return harness.constant(new Shape(values.length), values);
  }
}
