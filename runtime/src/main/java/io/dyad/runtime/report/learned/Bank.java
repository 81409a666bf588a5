package io.dyad.runtime.report.learned;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.View;
import io.dyad.runtime.evaluation.NearestNeighbours;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The samples among which neighbours are looked for.
 *
 * @param ids of those compared
 * @param own whether the queries are from the same split; no sample is its own neighbour
 */
@SuppressWarnings("ArrayRecordComponent") // passed once; not compared
record Bank(SampleReader reader, NearestNeighbours nearest, String split, long[] ids, boolean own) {

  /** Turns a chunk of samples into rows that are compared. */
  interface Rows {
    NDArray of(Batch batch, View plain, Context context);
  }

  /**
   * Returns the neighbours of each query, nearest first.
   *
   * @param queries the rows of the samples {@code of}
   */
  List<List<Neighbour>> near(long[] of, NDArray queries, Rows rows, Watcher watcher) {
    int wanted = NeighbourGrid.NEIGHBOURS + (own ? 1 : 0);
    try (NeighbourSearch search = new NeighbourSearch(nearest, queries, wanted)) {
      reader.visit(
          split,
          ids,
          watcher,
          (batch, plain, context) ->
              search.look(batch.ids(), SampleReader.labels(batch), rows.of(batch, plain, context)));
      List<List<Neighbour>> found = search.found();
      return own ? withoutSelf(of, found) : found;
    }
  }

  private static List<List<Neighbour>> withoutSelf(long[] of, List<List<Neighbour>> found) {
    return IntStream.range(0, of.length)
        .mapToObj(
            i ->
                found.get(i).stream()
                    .filter(neighbour -> neighbour.id() != of[i])
                    .limit(NeighbourGrid.NEIGHBOURS)
                    .toList())
        .toList();
  }
}
