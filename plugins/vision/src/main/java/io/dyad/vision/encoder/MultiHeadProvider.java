package io.dyad.vision.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Experimental;
import io.dyad.api.Setup;
import io.dyad.api.View;
import io.dyad.toolkit.view.TensorView;
import java.util.ArrayList;
import java.util.List;

/**
 * Offers {@code multi-head}: equal heads beside each other, whose outputs become one of shape (N,
 * heads, D). Each head takes the whole input; of an input that is itself that of as many heads, (N,
 * heads, D), each takes its own part, so that a predictor of several heads can follow a projector
 * of several heads.
 */
@Experimental
public final class MultiHeadProvider implements EncoderProvider<MultiHeadOptions> {
  @Override
  public String name() {
    return "multi-head";
  }

  @Override
  public String summary() {
    return "equal heads beside each other, whose outputs (N, D) become one (N, heads, D)";
  }

  @Override
  public Class<MultiHeadOptions> options() {
    return MultiHeadOptions.class;
  }

  @Override
  public Encoder create(MultiHeadOptions options, Setup setup) {
    NDArray example = Input.tensor(name(), Input.example(setup));
    Shape shape = example.getShape();
    boolean divided = shape.dimension() == 3 && shape.get(1) == options.count();
    View part = divided ? TensorView.of(MultiHead.part(example, 0)) : TensorView.of(example);
    List<Encoder> heads = new ArrayList<>();
    for (int i = 1; i <= options.count(); i++) {
      heads.add(setup.create(options.head(), "head-" + i, part));
    }
    return new MultiHead(name(), heads, divided);
  }
}
