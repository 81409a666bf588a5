package io.dyad.runtime.report.learned;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the nearest rows by cosine for each of some rows, among rows that come in chunks. */
final class NeighbourSearch {
  private static final Comparator<Neighbour> NEAREST_FIRST =
      Comparator.comparing(Neighbour::cosine).reversed().thenComparing(Neighbour::id);

  private final NDArray queries;
  private final int wanted;
  private final List<List<Neighbour>> found;

  /**
   * Creates a search.
   *
   * @param queries shape (N, D), scaled to unit length here
   * @param wanted neighbours of each
   */
  NeighbourSearch(NDArray queries, int wanted) {
    this.queries = unit(queries);
    this.wanted = wanted;
    found = new ArrayList<>();
    for (long i = 0; i < queries.getShape().get(0); i++) {
      found.add(List.of());
    }
  }

  /**
   * Looks at more rows.
   *
   * @param rows shape (M, D), on the device of the queries
   */
  void look(long[] ids, Optional<long[]> labels, NDArray rows) {
    int most = Math.min(wanted, ids.length);
    NDList best = queries.matMul(unit(rows).transpose()).topK(most, 1, true, true);
    float[] cosines = best.get(0).toFloatArray();
    long[] places = best.get(1).toLongArray();
    for (int query = 0; query < found.size(); query++) {
      List<Neighbour> more = new ArrayList<>();
      for (int i = query * most; i < (query + 1) * most; i++) {
        int place = (int) places[i];
        more.add(
            new Neighbour(ids[place], labels.map(known -> known[place]).orElse(-1L), cosines[i]));
      }
      found.set(
          query,
          Stream.concat(found.get(query).stream(), more.stream())
              .sorted(NEAREST_FIRST)
              .limit(wanted)
              .toList());
    }
  }

  /** Returns the neighbours of each query, nearest first. */
  List<List<Neighbour>> found() {
    return found;
  }

  private static NDArray unit(NDArray rows) {
    return rows.div(rows.norm(new int[] {1}, true).maximum(1e-12));
  }
}
