package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Encoded;
import io.dyad.api.Rows;
import io.dyad.api.TaggedView;
import io.dyad.api.Views;
import io.dyad.contract.harness.FakeEncoded;
import java.util.ArrayList;
import java.util.List;

/** Rows whose first views are global, the others local. */
record TaggedRows(FakeEncoded rows, int globals) implements Encoded {
  @Override
  public Batch batch() {
    return rows.batch();
  }

  @Override
  public Views views() {
    List<TaggedView> views = new ArrayList<>();
    for (TaggedView view : rows.views().all()) {
      String tag = views.size() < globals ? "global" : "local";
      views.add(TaggedView.of(view.name(), view.view(), view.targets(), tag));
    }
    return Views.of(views);
  }

  @Override
  public NDArray get(Rows address) {
    return rows.get(address);
  }

  @Override
  public TaggedRows with(Rows address, NDArray value) {
    return new TaggedRows(rows.with(address, value), globals);
  }
}
