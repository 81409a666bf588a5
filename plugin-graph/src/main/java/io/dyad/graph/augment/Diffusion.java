package io.dyad.graph.augment;

import io.dyad.graph.augment.PersonalizedPageRank.Entry;
import java.util.Arrays;

/**
 * A graph with edges to each node from where walks from it most often end.
 *
 * @param edges ordered by target, then from the most to the least frequent
 * @param weights one an edge
 */
record Diffusion(EdgeList edges, double[] weights) {
  /** Returns the diffusion of a graph; memory grows as nodes times {@code options.topK()}. */
  static Diffusion of(EdgeList graph, double[] weights, GraphDiffusionOptions options) {
    PersonalizedPageRank walks =
        new PersonalizedPageRank(graph, weights, options.alpha(), options.tolerance());
    Entry[][] best = new Entry[graph.nodes()][];
    for (int node = 0; node < best.length; node++) {
      best[node] = walks.highest(node, options.topK());
    }
    int count = Arrays.stream(best).mapToInt(entries -> entries.length).sum();
    int[] sources = new int[count];
    int[] targets = new int[count];
    double[] frequencies = new double[count];
    int e = 0;
    for (int node = 0; node < best.length; node++) {
      for (Entry entry : best[node]) {
        sources[e] = entry.node();
        targets[e] = node;
        frequencies[e++] = entry.probability();
      }
    }
    return new Diffusion(new EdgeList(graph.nodes(), sources, targets), frequencies)
        .scaled(options.normalize());
  }

  private Diffusion scaled(DiffusionWeights by) {
    double[] arriving = new double[edges.nodes()];
    double[] leaving = new double[edges.nodes()];
    for (int e = 0; e < weights.length; e++) {
      arriving[edges.targets()[e]] += weights[e];
      leaving[edges.sources()[e]] += weights[e];
    }
    double[] scaled = new double[weights.length];
    for (int e = 0; e < weights.length; e++) {
      double in = arriving[edges.targets()[e]];
      scaled[e] =
          switch (by) {
            case ROWS -> weights[e] / in;
            case SYMMETRIC -> weights[e] / Math.sqrt(in * leaving[edges.sources()[e]]);
            case NONE -> weights[e];
          };
    }
    return new Diffusion(edges, scaled);
  }
}
