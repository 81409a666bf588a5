package io.dyad.contrast.imbalanced;

import io.dyad.api.ConfigurationException;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.api.Targets;
import io.dyad.contrast.labels.SplitLabels;
import java.util.Arrays;
import java.util.List;

/**
 * Offers {@code imbalanced}: data of which each class keeps a share in one split. Which samples
 * stay follows from the run's seed; every class keeps at least one. The labels of the split are
 * read once when the source is made, which decodes every sample of a source that does not lie in
 * memory.
 */
@Stable
public final class ImbalancedProvider implements DataSourceProvider<ImbalancedOptions> {
  @Override
  public String name() {
    return "imbalanced";
  }

  @Override
  public String summary() {
    return "other data of which each class keeps a share of its own";
  }

  @Override
  public Class<ImbalancedOptions> options() {
    return ImbalancedOptions.class;
  }

  @Override
  public DataSource create(ImbalancedOptions options, Setup setup) {
    DataSource of = setup.create(options.of(), "of");
    if (!of.splits().contains(options.split())) {
      throw new ConfigurationException(
          "%s.split: imbalanced thins out \"%s\", but the data has %s"
              .formatted(setup.name(), options.split(), of.splits()));
    }
    long[] labels =
        SplitLabels.of(
            of,
            options.split(),
            Targets.LABEL,
            setup.draws(),
            setup.manager(),
            setup.name() + ": imbalanced");
    double[] shares = shares(options, classes(labels), setup.name());
    return new Imbalanced(of, options.split(), Selection.of(labels, shares, setup.draws()));
  }

  private static int classes(long[] labels) {
    return Math.toIntExact(Arrays.stream(labels).max().orElse(-1) + 1);
  }

  private static double[] shares(ImbalancedOptions options, int classes, String place) {
    double[] shares = new double[classes];
    List<Double> given = options.fractions().orElse(List.of());
    if (options.fractions().isPresent() && given.size() != classes) {
      throw new ConfigurationException(
          "%s.fractions: imbalanced needs one for each of %d classes, got %d"
              .formatted(place, classes, given.size()));
    }
    for (int label = 0; label < classes; label++) {
      shares[label] =
          given.isEmpty()
              ? options.shape().share(label, classes, options.smallest())
              : given.get(label);
    }
    return shares;
  }
}
