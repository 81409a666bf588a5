package io.dyad.graph.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Experimental;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.toolkit.view.GraphView;
import java.util.stream.IntStream;

/**
 * How unimportant the edges and features of a graph are by a centrality of its nodes.
 *
 * <p>An edge is as central as the node it leads to; a feature as the nodes that have it, added up.
 *
 * <p>Source: Zhu et al. 2021 (GCA), section 3.2, in the form of the authors' code.
 *
 * @param ofEdges one number an edge, in the order of the graph
 * @param ofFeatures one number a feature
 * @param threshold the highest probability
 * @since 0.1
 */
@Experimental
public record AdaptiveDrops(double[] ofEdges, double[] ofFeatures, double threshold) {
  private static final int STEPS_FOR_EDGES = 200;
  private static final int STEPS_FOR_FEATURES = 10;

  /** Returns what a centrality says of a graph; with {@link Centrality#NONE} all are alike. */
  public static AdaptiveDrops of(GraphView graph, GraphAugmentOptions options, Kernels kernels) {
    EdgeList edges = EdgeList.of(graph.nodes(), graph.edges());
    EdgeList undirected = edges.undirected();
    double[] forEdges = centrality(undirected, options, STEPS_FOR_EDGES);
    double[] forFeatures =
        options.adaptive() == Centrality.PAGERANK
            ? centrality(undirected, options, STEPS_FOR_FEATURES)
            : forEdges;
    return new AdaptiveDrops(
        DropProbabilities.unimportance(DropProbabilities.ofTargets(edges, forEdges)),
        DropProbabilities.unimportance(usage(graph.features(), forFeatures, options, kernels)),
        options.threshold());
  }

  /** Returns the probability of each edge at a rate. */
  public double[] edges(double rate) {
    return DropProbabilities.of(ofEdges, rate, threshold);
  }

  /** Returns the probability of each feature at a rate. */
  public double[] features(double rate) {
    return DropProbabilities.of(ofFeatures, rate, threshold);
  }

  private static double[] centrality(EdgeList graph, GraphAugmentOptions options, int steps) {
    return switch (options.adaptive()) {
      case NONE -> IntStream.range(0, graph.nodes()).mapToDouble(node -> 1).toArray();
      case DEGREE -> Centralities.degree(graph);
      case EIGENVECTOR -> Centralities.eigenvector(graph);
      case PAGERANK -> Centralities.pageRank(graph, options.damping(), steps);
    };
  }

  private static double[] usage(
      NDArray features, double[] centrality, GraphAugmentOptions options, Kernels kernels) {
    String function = options.features() == FeatureKind.BINARY ? "binary" : "real";
    NDArray ofNodes =
        features.getManager().create(centrality).toDevice(features.getDevice(), false);
    Kernel kernel = kernels.resource(AdaptiveDrops.class, "feature-usage");
    try (ofNodes;
        NDArray usage = kernel.call(function, ofNodes, features).singletonOrThrow()) {
      return usage.toType(DataType.FLOAT64, false).toDoubleArray();
    }
  }
}
