package io.dyad.system.sketch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Encoded;
import io.dyad.api.Rows;
import io.dyad.api.Views;
import java.util.HashMap;
import java.util.Map;

/** Rows that are given, for parts that run without networks. */
record GivenEncoded(Batch batch, Views views, Map<Rows, NDArray> given) implements Encoded {
  @Override
  public NDArray get(Rows rows) {
    NDArray known = given.get(rows);
    if (known != null) {
      return known;
    }
    if (rows.values().isPresent()) {
      return rows.values().get();
    }
    return requireNonNull(given.get(rows.all()), rows::toString).get(rows.index().orElseThrow());
  }

  @Override
  public Encoded with(Rows rows, NDArray value) {
    Map<Rows, NDArray> copy = new HashMap<>(given);
    copy.put(rows, value);
    return new GivenEncoded(batch, views, copy);
  }
}
