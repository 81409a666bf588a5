package io.dyad.benchmark.graph;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A random graph of Cora's size: 2,708 papers, 5,278 links in both directions, and about 18 of
 * 1,433 words a paper.
 */
public final class CitationGraph {
  /** How many nodes there are. */
  public static final int NODES = 2708;

  /** How many features a node has. */
  public static final int FEATURES = 1433;

  private static final int LINKS = 5278;
  private static final int WORDS = 18;

  private final SplittableRandom random;
  private final NDManager manager;
  private final List<long[]> neighbours;
  private final List<long[]> words;

  /**
   * Draws a graph.
   *
   * @param manager owns the matrices made from it
   */
  public CitationGraph(long seed, NDManager manager) {
    random = new SplittableRandom(seed);
    this.manager = manager;
    List<List<Integer>> links = IntStream.range(0, NODES).mapToObj(i -> links()).toList();
    for (int link = 0; link < LINKS; link++) {
      int from = random.nextInt(NODES);
      int to = random.nextInt(NODES);
      links.get(from).add(to);
      links.get(to).add(from);
    }
    neighbours =
        links.stream().map(each -> each.stream().mapToLong(Integer::longValue).toArray()).toList();
    words =
        IntStream.range(0, NODES)
            .mapToObj(i -> random.longs(0, FEATURES).distinct().limit(WORDS).sorted().toArray())
            .toList();
  }

  private static List<Integer> links() {
    return new ArrayList<>();
  }

  /**
   * Returns the adjacency with self loops, D^-1/2 (A + I) D^-1/2, of a view that lost some edges,
   * each direction by itself.
   */
  public CompressedRows adjacency(double dropped) {
    List<long[]> kept = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      LongStream others =
          Arrays.stream(neighbours.get(node)).filter(i -> random.nextDouble() >= dropped);
      kept.add(LongStream.concat(LongStream.of(node), others).toArray());
    }
    List<float[]> weights = new ArrayList<>();
    for (long[] row : kept) {
      float[] weight = new float[row.length];
      for (int i = 0; i < row.length; i++) {
        int other = kept.get(Math.toIntExact(row[i])).length;
        weight[i] = (float) (1 / Math.sqrt((double) row.length * other));
      }
      weights.add(weight);
    }
    return CompressedRows.of(kept, weights, manager);
  }

  /** Returns the features of a view that lost some words, divided by a paper's words. */
  public CompressedRows features(double masked) {
    boolean[] lost = new boolean[FEATURES];
    for (int word = 0; word < FEATURES; word++) {
      lost[word] = random.nextDouble() < masked;
    }
    List<long[]> kept =
        words.stream()
            .map(row -> Arrays.stream(row).filter(word -> !lost[(int) word]).toArray())
            .toList();
    List<float[]> weights = new ArrayList<>();
    for (long[] row : kept) {
      float[] weight = new float[row.length];
      Arrays.fill(weight, 1f / WORDS);
      weights.add(weight);
    }
    return CompressedRows.of(kept, weights, manager);
  }
}
