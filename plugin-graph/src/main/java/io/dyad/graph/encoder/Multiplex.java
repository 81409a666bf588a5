package io.dyad.graph.encoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Context;
import io.dyad.api.Draws;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.api.View;
import io.dyad.toolkit.kernel.Scalars;
import io.dyad.toolkit.view.CompositeView;
import java.util.List;

/** Applies one encoder to each part and takes the mean. The runtime looks after the encoder. */
final class Multiplex implements Encoder {
  private final Encoder encoder;

  Multiplex(Encoder encoder) {
    this.encoder = encoder;
  }

  /** Returns the parts of a composite view, or the view. */
  static List<View> parts(View view) {
    return view instanceof CompositeView composite
        ? composite.names().stream().map(composite::part).toList()
        : List.of(view);
  }

  @Override
  public Embeddings encode(View view, Context context) {
    List<View> parts = parts(view);
    if (parts.size() == 1) {
      return encoder.encode(parts.get(0), context);
    }
    NDArray sum = rows(parts.get(0), context, 0);
    for (int i = 1; i < parts.size(); i++) {
      sum = sum.add(rows(parts.get(i), context, i));
    }
    NDArray mean = sum.div(Scalars.of(sum, parts.size()));
    mean.attach(context.manager());
    return Embeddings.of(mean);
  }

  private NDArray rows(View part, Context context, int index) {
    return encoder.encode(part, new PartContext(context, index)).get(Embeddings.REPRESENTATION);
  }

  /** The same moment with draws of the part's own. */
  private record PartContext(Context whole, int part) implements Context {
    @Override
    public Progress progress() {
      return whole.progress();
    }

    @Override
    public Draws draws() {
      return whole.draws().at("part", part);
    }

    @Override
    public NDManager manager() {
      return whole.manager();
    }

    @Override
    public Device device() {
      return whole.device();
    }

    @Override
    public Mode mode() {
      return whole.mode();
    }

    @Override
    public NDArray keep(NDArray array) {
      return whole.keep(array);
    }
  }
}
