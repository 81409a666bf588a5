package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Rows;
import io.dyad.api.Views;
import java.util.HashMap;
import java.util.Map;

/** Encoded views in which some addresses hold other arrays. */
record Substituted(EncodedViews origin, Map<Rows, NDArray> replaced) implements Encoding {

  @Override
  public Batch batch() {
    return origin.batch();
  }

  @Override
  public Views views() {
    return origin.views();
  }

  @Override
  public NDArray get(Rows rows) {
    NDArray replacement = replaced.get(rows);
    if (replacement != null) {
      return replacement;
    }
    NDArray whole = replaced.get(rows.all());
    return whole != null && rows.index().isPresent()
        ? whole.get(rows.index().get())
        : origin.get(rows);
  }

  /** The newest substitution counts: a whole address hides earlier selections of it. */
  @Override
  public Substituted with(Rows rows, NDArray value) {
    Map<Rows, NDArray> more = new HashMap<>(replaced);
    if (rows.index().isEmpty()) {
      more.keySet().removeIf(earlier -> earlier.all().equals(rows));
    }
    more.put(rows, value);
    return new Substituted(origin, more);
  }
}
