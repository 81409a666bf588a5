package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Encoded;
import io.dyad.api.Rows;
import io.dyad.api.Views;
import java.util.HashMap;
import java.util.Map;

/** Encoded views in which some addresses hold other arrays. */
record Substituted(Encoded original, Map<Rows, NDArray> replaced) implements Encoded {

  @Override
  public Batch batch() {
    return original.batch();
  }

  @Override
  public Views views() {
    return original.views();
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
        : original.get(rows);
  }

  @Override
  public Encoded with(Rows rows, NDArray value) {
    Map<Rows, NDArray> more = new HashMap<>(replaced);
    more.put(rows, value);
    return new Substituted(original, more);
  }
}
