package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernel;

/**
 * A search for the nearest neighbours of some queries in a bank whose rows come in parts. It keeps
 * the best found so far, in the manager of the queries, whatever scope a part is looked at in.
 *
 * <p>The best k of a part lie in the k groups of rows whose greatest cosines are best, so that most
 * cosines are read once, for the maximum of their group, while they are in the cache.
 */
public final class GrowingSearch implements AutoCloseable {
  /** Of the cosines made at a time, so that they stay in the cache. */
  private static final long MOST_COSINES = 1 << 21;

  /** Rows whose greatest cosine stands for all. */
  private static final long GROUP = 16;

  private final Kernel kernel;
  private final NDArray origin;
  private final NDArray queries;
  private final long wanted;
  private final long chunk;
  private NDList best;
  private long seen;

  GrowingSearch(Kernel kernel, NDArray queries, NDArray origin, long wanted) {
    NDManager owner = queries.getManager();
    long count = queries.getShape().get(0);
    this.kernel = kernel;
    this.origin = origin.duplicate();
    this.queries = kernel.call("columns", queries, origin).singletonOrThrow();
    this.wanted = wanted;
    chunk = Math.max(2 * wanted, MOST_COSINES / count);
    best =
        new NDList(
            owner.create(new Shape(count, 0), queries.getDataType()),
            owner.create(new Shape(count, 0), DataType.INT64));
  }

  /** Looks at the next rows of the bank, shape (M, D), on the device of the queries. */
  public void look(NDArray rows) {
    NDList nearer =
        kernel.call(
            "look", best.get(0), best.get(1), queries, rows, origin, seen, wanted, chunk, GROUP);
    nearer.forEach(NDScope::unregister);
    best.close();
    best = nearer;
    seen += rows.getShape().get(0);
  }

  /** Returns the nearest of all rows so far: as many as wanted, or all if there are fewer. */
  public Neighbours found() {
    NDList ranked = kernel.call("ranked", best.get(0), best.get(1));
    return new Neighbours(ranked.get(0), ranked.get(1));
  }

  /** Frees what is kept; what {@link #found} returned stays. */
  @Override
  public void close() {
    origin.close();
    queries.close();
    best.close();
  }
}
