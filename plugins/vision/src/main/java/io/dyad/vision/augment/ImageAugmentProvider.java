package io.dyad.vision.augment;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;
import io.dyad.vision.augment.ImageAugment.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Offers {@code image-augment}. */
@Stable
public final class ImageAugmentProvider implements ViewGeneratorProvider<ImageAugmentOptions> {
  @Override
  public String name() {
    return "image-augment";
  }

  @Override
  public String summary() {
    return "random views of images: crop, flip, colour, blur, noise and more, batched on the device";
  }

  @Override
  public Class<ImageAugmentOptions> options() {
    return ImageAugmentOptions.class;
  }

  @Override
  public ViewGenerator create(ImageAugmentOptions options, Setup setup) {
    ImageOperations operations = ImageOperations.of(setup.kernels());
    List<Plan> plans = new ArrayList<>();
    Set<String> unknown = new LinkedHashSet<>(options.perView().keySet());
    for (int i = 1; i <= options.count(); i++) {
      plans.add(plan("view-" + i, ImageAugment.GLOBAL, StepOptions.NONE, options));
    }
    options
        .local()
        .ifPresent(
            local -> {
              for (int i = 1; i <= local.count(); i++) {
                plans.add(plan("local-" + i, ImageAugment.LOCAL, local.steps(), options));
              }
            });
    plans.forEach(plan -> unknown.remove(plan.name()));
    if (!unknown.isEmpty()) {
      throw new ConfigurationException(
          setup.name()
              + ".per-view names "
              + unknown
              + ", but the views are "
              + plans.stream().map(Plan::name).toList());
    }
    return new ImageAugment(operations, options.scale(), plans, Pipeline.plain(options.steps()));
  }

  private static Plan plan(
      String name, String tag, StepOptions group, ImageAugmentOptions options) {
    StepOptions own = options.perView().getOrDefault(name, StepOptions.NONE);
    StepOptions steps = own.over(group).over(options.steps());
    return new Plan(name, tag, Pipeline.augmented(steps));
  }
}
