package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.Draws;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.TensorView;
import java.util.List;

/** A right view generator, to be made wrong: two views, each a scaled picture with noise. */
class NoisyViews implements ViewGenerator {
  private static final float WHITE = 255;
  private static final float NOISE = 0.1f;

  @Override
  public Views generate(Batch batch, Context context) {
    NDArray images = scaled(batch);
    return Views.of(List.of(view(0, images, batch, context), view(1, images, batch, context)));
  }

  private TaggedView view(int index, NDArray images, Batch batch, Context context) {
    NDArray noise = draws(index, batch, context).normal("noise", images.getShape());
    NDArray result = changed(images.add(noise.mul(NOISE)), batch, context);
    result.attach(context.manager());
    return TaggedView.of("view-" + (index + 1), TensorView.of(result), targets(batch), "global");
  }

  @Override
  public View plain(Batch batch, Context context) {
    NDArray result = plainly(scaled(batch));
    result.attach(context.manager());
    return TensorView.of(result);
  }

  /** Returns the draws of a view. */
  Draws draws(int index, Batch batch, Context context) {
    return context.draws().at("view", index).forSamples(batch.ids());
  }

  /** Returns the pictures of a view. */
  NDArray changed(NDArray noisy, Batch batch, Context context) {
    return noisy;
  }

  /** Returns the pictures of the plain view. */
  NDArray plainly(NDArray images) {
    return images;
  }

  /** Returns the targets of a view. */
  Targets targets(Batch batch) {
    return batch.targets();
  }

  /** Returns the samples as an array. */
  NDArray read(View samples) {
    if (samples instanceof TensorView tensor) {
      return tensor.tensor();
    }
    throw new DataException("takes a TensorView, not a " + samples.getClass().getSimpleName());
  }

  private NDArray scaled(Batch batch) {
    return read(batch.samples()).toType(DataType.FLOAT32, true).div(WHITE);
  }
}
