package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * Finds the nearest rows of a bank by cosine, exactly. Neither a copy of the bank nor an array of
 * queries x bank is made, so memory does not grow with the bank.
 */
public final class NearestNeighbours {
  /** Queries that search together; more do not make the matrix product faster. */
  private static final long MOST_QUERIES = 512;

  private static final long FEWEST_QUERIES = 32;

  /** Of the neighbours kept at a time. */
  private static final long MOST_KEPT = 1 << 19;

  private final Kernel kernel;

  /** What is done with the neighbours of a block of queries; they die afterwards. */
  public interface Visitor {
    /** Sees the neighbours of the queries that begin at row {@code first}. */
    void see(long first, Neighbours found);
  }

  /** Creates the search. */
  public NearestNeighbours(Kernels kernels) {
    kernel = kernels.resource(NearestNeighbours.class, "nearest-neighbours");
  }

  /**
   * Begins a search whose bank comes in parts.
   *
   * @param queries shape (N, D), scaled to unit length here; their manager owns what is found
   * @param wanted neighbours of each
   */
  public GrowingSearch growing(NDArray queries, long wanted) {
    try (NDArray origin = zero(queries)) {
      return new GrowingSearch(kernel, queries, origin, wanted);
    }
  }

  /** Returns the origin of rows that are compared as they are, shape (1, D). */
  public static NDArray zero(NDArray rows) {
    return rows.getManager().zeros(new Shape(1, rows.getShape().get(1)), rows.getDataType());
  }

  /**
   * Finds the neighbours of all queries, block after block.
   *
   * @param bank shape (M, D)
   * @param queries shape (N, D), type and device of the bank
   * @param origin from which rows are seen before they are scaled to unit length, shape (1, D)
   * @param wanted neighbours of each; at most M are found
   */
  public void visit(NDArray bank, NDArray queries, NDArray origin, long wanted, Visitor visitor) {
    long total = queries.getShape().get(0);
    long block = Math.max(FEWEST_QUERIES, Math.min(MOST_QUERIES, MOST_KEPT / wanted));
    for (long from = 0; from < total; from += block) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        NDArray some = queries.get(new NDIndex("{}:{}", from, Math.min(total, from + block)));
        GrowingSearch search = new GrowingSearch(kernel, some, origin, wanted);
        search.look(bank);
        visitor.see(from, search.found());
        search.close();
      }
    }
  }

  /**
   * Returns neighbours without the queries themselves, one fewer each: a query that is not among
   * its neighbours loses the last.
   *
   * @param own the row of each query in the bank, int64, shape (N)
   */
  public Neighbours without(Neighbours found, NDArray own) {
    NDList others = kernel.call("without", found.cosines(), found.places(), own);
    return new Neighbours(others.get(0), others.get(1));
  }
}
