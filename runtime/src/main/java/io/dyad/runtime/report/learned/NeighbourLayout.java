package io.dyad.runtime.report.learned;

import tagbio.umap.Umap;

/** Places rows in the plane so that neighbours stay neighbours (UMAP). */
final class NeighbourLayout {
  /** With fewer rows there is nothing to lay out. */
  static final int FEWEST = 8;

  private static final int NEIGHBOURS = 15;

  private NeighbourLayout() {}

  /**
   * Returns the places, the same for the same rows and seed.
   *
   * <p>Source: McInnes, Healy and Melville 2018 (UMAP).
   *
   * @param rows at least {@link #FEWEST}, compared by their distances
   */
  static float[][] places(float[][] rows, long seed) {
    return new Umap()
        .setNumberComponents(2)
        .setNumberNearestNeighbours(Math.min(NEIGHBOURS, rows.length - 1))
        .setMetric("euclidean")
        .setSeed(seed)
        .setThreads(1)
        .fitTransform(rows);
  }
}
