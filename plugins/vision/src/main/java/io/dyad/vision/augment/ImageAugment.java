package io.dyad.vision.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Draws;
import io.dyad.api.TaggedView;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.TensorView;
import java.util.ArrayList;
import java.util.List;

/**
 * Augmented views of images: {@code view-1}, {@code view-2} ... with the tag {@code global}, and
 * {@code local-1} ... with the tag {@code local} if configured.
 *
 * <p>Takes a {@link TensorView} of shape (N, C, H, W), 8-bit or floating; gives float32 (float64 if
 * the input is). An image's view depends on the draws of its id and of its view, and not on the
 * rest of the batch.
 */
final class ImageAugment implements ViewGenerator {
  /** The tag of views that show most of the image. */
  static final String GLOBAL = "global";

  /** The tag of the smaller views of multi-crop. */
  static final String LOCAL = "local";

  record Plan(String name, String tag, Pipeline pipeline) {}

  private final ImageOperations operations;
  private final double scale;
  private final List<Plan> plans;
  private final Pipeline plain;

  ImageAugment(ImageOperations operations, double scale, List<Plan> plans, Pipeline plain) {
    this.operations = operations;
    this.scale = scale;
    this.plans = List.copyOf(plans);
    this.plain = plain;
  }

  @Override
  public Views generate(Batch batch, Context context) {
    NDArray images = Images.of(batch.samples());
    Program program = new Program();
    for (int i = 0; i < plans.size(); i++) {
      Draws draws = context.draws().at("view", i).forSamples(batch.ids());
      plans.get(i).pipeline().addTo(program, images.getShape(), draws);
    }
    NDList made = run(program, images, context);
    List<TaggedView> views = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      Plan plan = plans.get(i);
      views.add(
          TaggedView.of(plan.name(), TensorView.of(made.get(i)), batch.targets(), plan.tag()));
    }
    return Views.of(views);
  }

  @Override
  public View plain(Batch batch, Context context) {
    NDArray images = Images.of(batch.samples());
    Program program = new Program();
    plain.addTo(program, images.getShape(), context.draws());
    return TensorView.of(run(program, images, context).singletonOrThrow());
  }

  private NDList run(Program program, NDArray images, Context context) {
    try (NDManager scratch = context.manager().newSubManager()) {
      NDArray borrowed = images.reshape(images.getShape());
      borrowed.attach(scratch);
      NDArray input = borrowed.toDevice(context.device(), false);
      NDList views = program.run(operations, input, scale);
      views.attach(context.manager());
      return views;
    }
  }
}
