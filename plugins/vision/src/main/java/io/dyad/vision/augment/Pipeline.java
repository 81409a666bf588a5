package io.dyad.vision.augment;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import java.util.ArrayList;
import java.util.List;

/** The configured steps of a view, in their order: geometry, colour, disturbance, normalisation. */
final class Pipeline {
  private static final Step COPY =
      (program, images, draws) -> {
        program.add(Operation.COPY);
        return images;
      };

  private final List<Step> steps;

  private Pipeline(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** Returns the pipeline of an augmented view. */
  static Pipeline augmented(StepOptions options) {
    List<Step> steps = new ArrayList<>();
    boolean moved =
        options.crop().isPresent() || options.flip().isPresent() || options.shift().isPresent();
    steps.add(
        moved
            ? RandomSteps.place(
                options.crop(),
                options.flip().map(FlipOptions::probability).orElse(0.0),
                options.shift().map(ShiftOptions::pixels).orElse(0))
            : COPY);
    options.rotation().map(RandomSteps::rotation).ifPresent(steps::add);
    options.jitter().map(RandomSteps::jitter).ifPresent(steps::add);
    options.grayscale().map(RandomSteps::grayscale).ifPresent(steps::add);
    options.blur().map(RandomSteps::blur).ifPresent(steps::add);
    options.solarize().map(RandomSteps::solarize).ifPresent(steps::add);
    options.gain().map(RandomSteps::gain).ifPresent(steps::add);
    options.noise().map(RandomSteps::noise).ifPresent(steps::add);
    options.dropout().map(RandomSteps::dropout).ifPresent(steps::add);
    options.normalize().map(Normalize::of).ifPresent(steps::add);
    return new Pipeline(steps);
  }

  /** Returns the pipeline of the view that is not augmented: the same size and scale. */
  static Pipeline plain(StepOptions options) {
    List<Step> steps = new ArrayList<>();
    steps.add(options.crop().flatMap(CropOptions::side).map(Pipeline::resize).orElse(COPY));
    options.normalize().map(Normalize::of).ifPresent(steps::add);
    return new Pipeline(steps);
  }

  private static Step resize(int side) {
    return (program, images, draws) -> {
      program.add(Operation.RESIZE, side, side, 1);
      return new Shape(images.get(0), images.get(1), side, side);
    };
  }

  /**
   * Adds the view to a program.
   *
   * @param images their shape (N, C, H, W)
   * @param draws of the view, row by row of the batch
   */
  void addTo(Program program, Shape images, Draws draws) {
    Shape shape = images;
    for (Step step : steps) {
      shape = step.addTo(program, shape, draws);
    }
  }
}
