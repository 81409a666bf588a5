package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Encoded;
import io.dyad.api.Rows;
import io.dyad.api.Views;
import io.dyad.contract.harness.FakeEncoded;

/** Rows of the nodes of a graph, in views of it. */
record GraphRows(FakeEncoded rows, Batch batch, Views views) implements Encoded {
  @Override
  public NDArray get(Rows address) {
    return rows.get(address);
  }

  @Override
  public GraphRows with(Rows address, NDArray value) {
    return new GraphRows(rows.with(address, value), batch, views);
  }
}
