package io.dyad.vision.encoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.Context;
import io.dyad.api.Draws;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.api.View;
import io.dyad.toolkit.view.TensorView;
import java.util.List;

/** Applies each head, and joins what they give. The heads are looked after by the runtime. */
final class MultiHead implements Encoder {
  private final String name;
  private final List<Encoder> heads;
  private final boolean divided;

  /**
   * Creates the encoder.
   *
   * @param divided whether each head takes its own part of the input
   */
  MultiHead(String name, List<Encoder> heads, boolean divided) {
    this.name = name;
    this.heads = List.copyOf(heads);
    this.divided = divided;
  }

  /** Returns the rows of one head of (N, heads, D), shape (N, D). */
  static NDArray part(NDArray rows, int head) {
    return rows.get(new NDIndex().addAllDim().addIndices(head));
  }

  @Override
  public Embeddings encode(View view, Context context) {
    NDArray input = Input.tensor(name, view);
    NDList outputs = new NDList();
    for (int i = 0; i < heads.size(); i++) {
      NDArray own = divided ? part(input, i) : input;
      outputs.add(
          heads
              .get(i)
              .encode(TensorView.of(own), new HeadContext(context, i))
              .get(Embeddings.REPRESENTATION));
    }
    // DJL's stack of a single array is a copy without its gradient.
    NDArray joined =
        outputs.size() == 1 ? outputs.head().expandDims(1) : NDArrays.stack(outputs, 1);
    joined.attach(context.manager());
    return Embeddings.of(joined);
  }

  /** The same moment with draws of the head's own. */
  private record HeadContext(Context whole, int head) implements Context {
    @Override
    public Progress progress() {
      return whole.progress();
    }

    @Override
    public Draws draws() {
      return whole.draws().at("head", head);
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
