package io.dyad.vision.augment;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Draws;
import io.dyad.api.Setup;
import java.util.ArrayList;
import java.util.List;

/** The configured steps of a view, in their order: geometry, colour, disturbance, normalisation. */
final class Pipeline {
  private final List<Step> steps;

  private Pipeline(List<Step> steps) {
    this.steps = steps;
  }

  /** Returns the pipeline of an augmented view. */
  static Pipeline augmented(StepOptions options, ImageOperations operations, Setup setup) {
    RandomSteps random = new RandomSteps(operations);
    List<Step> steps = new ArrayList<>();
    if (options.crop().isPresent() || options.flip().isPresent() || options.shift().isPresent()) {
      steps.add(
          random.place(
              options.crop(),
              options.flip().map(FlipOptions::probability).orElse(0.0),
              options.shift().map(ShiftOptions::pixels).orElse(0)));
    }
    options.rotation().map(random::rotation).ifPresent(steps::add);
    options.jitter().map(random::jitter).ifPresent(steps::add);
    options.grayscale().map(random::grayscale).ifPresent(steps::add);
    options.blur().map(random::blur).ifPresent(steps::add);
    options.solarize().map(random::solarize).ifPresent(steps::add);
    options.gain().map(random::gain).ifPresent(steps::add);
    options.noise().map(random::noise).ifPresent(steps::add);
    options.dropout().map(random::dropout).ifPresent(steps::add);
    options
        .normalize()
        .map(normalize -> Normalize.of(normalize, operations, setup))
        .ifPresent(steps::add);
    return new Pipeline(List.copyOf(steps));
  }

  /** Returns the pipeline of the view that is not augmented: the same size and scale. */
  static Pipeline plain(StepOptions options, ImageOperations operations, Setup setup) {
    List<Step> steps = new ArrayList<>();
    options
        .crop()
        .flatMap(CropOptions::side)
        .ifPresent(
            side -> steps.add((images, draws) -> operations.resize(images, side, side, true)));
    options
        .normalize()
        .map(normalize -> Normalize.of(normalize, operations, setup))
        .ifPresent(steps::add);
    return new Pipeline(List.copyOf(steps));
  }

  NDArray apply(NDArray images, Draws draws) {
    NDArray result = images;
    for (Step step : steps) {
      result = step.apply(result, draws);
    }
    return result;
  }
}
