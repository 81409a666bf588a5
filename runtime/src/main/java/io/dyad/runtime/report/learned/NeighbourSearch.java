package io.dyad.runtime.report.learned;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import io.dyad.runtime.evaluation.GrowingSearch;
import io.dyad.runtime.evaluation.NearestNeighbours;
import io.dyad.runtime.evaluation.Neighbours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Names the nearest rows for each of some queries, among samples that come in chunks. */
final class NeighbourSearch implements AutoCloseable {
  private final GrowingSearch search;
  private final int count;
  private final List<Long> ids = new ArrayList<>();
  private final List<Long> labels = new ArrayList<>();

  /**
   * Creates a search.
   *
   * @param queries shape (N, D); cosines count
   * @param wanted neighbours of each
   */
  NeighbourSearch(NearestNeighbours nearest, NDArray queries, int wanted) {
    search = nearest.growing(queries, wanted);
    count = (int) queries.getShape().get(0);
  }

  /**
   * Looks at more rows.
   *
   * @param rows shape (M, D), on the device of the queries
   */
  void look(long[] ids, Optional<long[]> labels, NDArray rows) {
    search.look(rows);
    LongStream.of(ids).forEach(this.ids::add);
    labels
        .map(LongStream::of)
        .orElseGet(() -> LongStream.generate(() -> -1).limit(ids.length))
        .forEach(this.labels::add);
  }

  /** Returns the neighbours of each query, nearest first. */
  List<List<Neighbour>> found() {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      Neighbours found = search.found();
      float[] cosines = found.cosines().toFloatArray();
      long[] places = found.places().toLongArray();
      int each = places.length / count;
      return IntStream.range(0, count)
          .mapToObj(
              query ->
                  IntStream.range(query * each, (query + 1) * each)
                      .mapToObj(i -> neighbour((int) places[i], cosines[i]))
                      .toList())
          .toList();
    }
  }

  private Neighbour neighbour(int place, float cosine) {
    return new Neighbour(ids.get(place), labels.get(place), cosine);
  }

  @Override
  public void close() {
    search.close();
  }
}
