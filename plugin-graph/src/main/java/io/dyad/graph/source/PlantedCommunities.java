package io.dyad.graph.source;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes a graph whose nodes lie in communities: edges within one are more likely than between two,
 * and so are the features typical of it. Feature f is typical of community f modulo their number.
 */
final class PlantedCommunities {
  private static final int RANDOM_SPLITS = 5;
  private static final int LABELLED_A_COMMUNITY = 10;

  private PlantedCommunities() {}

  static GraphData make(PlantedCommunitiesOptions options, Normalization normalization) {
    SplittableRandom random = new SplittableRandom(options.seed());
    long[] labels = shuffled(options.nodes(), random);
    Arrays.setAll(labels, i -> labels[i] % options.communities());
    Edges edges = new Edges(options.nodes(), false);
    Features features = new Features();
    features.add(options.nodes() - 1, options.features() - 1, 0);
    for (int i = 0; i < options.nodes(); i++) {
      for (int j = 0; j < i; j++) {
        if (random.nextDouble() < (labels[i] == labels[j] ? options.within() : options.between())) {
          edges.add(i, j);
        }
      }
      for (int f = 0; f < options.features(); f++) {
        boolean typical = f % options.communities() == labels[i];
        if (random.nextDouble() < (typical ? options.typical() : options.noise())) {
          features.add(i, f, 1);
        }
      }
    }
    if (normalization == Normalization.ROWS) {
      features.normalizeRows();
    }
    Map<String, long[]> targets = new LinkedHashMap<>();
    targets.put("label", labels);
    targets.put("split.public", labelled(labels, options, random));
    for (int i = 0; i < RANDOM_SPLITS; i++) {
      targets.put("split.s" + i, tenths(options.nodes(), random));
    }
    return new GraphData(Nodes.numbered(options.nodes()), features, edges.sorted(), targets);
  }

  /** Returns a split with ten nodes of each community to train, a fifth of all to validate. */
  private static long[] labelled(
      long[] labels, PlantedCommunitiesOptions options, SplittableRandom random) {
    int[] trained = new int[options.communities()];
    int validated = 0;
    long[] split = new long[labels.length];
    for (long node : shuffled(labels.length, random)) {
      int label = (int) labels[(int) node];
      if (trained[label] < LABELLED_A_COMMUNITY) {
        trained[label]++;
      } else {
        split[(int) node] = validated++ < labels.length / 5 ? 1 : 2;
      }
    }
    return split;
  }

  /** Returns a split of a tenth to train, a tenth to validate and the rest to test. */
  private static long[] tenths(int nodes, SplittableRandom random) {
    long[] order = shuffled(nodes, random);
    long[] split = new long[nodes];
    for (int i = 0; i < nodes; i++) {
      split[(int) order[i]] = Math.min(2, 10L * i / nodes);
    }
    return split;
  }

  private static long[] shuffled(int size, SplittableRandom random) {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
