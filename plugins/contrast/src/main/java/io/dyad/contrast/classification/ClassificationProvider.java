package io.dyad.contrast.classification;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code classification}: the mean cross entropy, in nats, of rows of scores against the
 * class of their sample. The rows are the anchors of the pairs, one column a class; keys and
 * weights of the pairs do not count. It observes {@code accuracy}, of the batch in training mode.
 *
 * <pre>
 * networks.main.heads.classes { of = representation, encoder { use = mlp, widths = [10] } }
 * loss = classification
 * pairs { use = cross-view, anchors = classes, negatives = false }
 * </pre>
 */
@Stable
public final class ClassificationProvider implements LossProvider<ClassificationOptions> {
  @Override
  public String name() {
    return "classification";
  }

  @Override
  public String summary() {
    return "cross entropy of the anchors, one column a class, against a label";
  }

  @Override
  public Class<ClassificationOptions> options() {
    return ClassificationOptions.class;
  }

  @Override
  public Loss create(ClassificationOptions options, Setup setup) {
    return new Classification(
        options,
        setup.name(),
        setup.kernels().resource(ClassificationProvider.class, "classification"));
  }
}
