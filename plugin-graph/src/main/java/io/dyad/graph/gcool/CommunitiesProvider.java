package io.dyad.graph.gcool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code communities}.
 *
 * @since 0.1
 */
@Stable
public final class CommunitiesProvider implements LossProvider<CommunitiesOptions> {
  @Override
  public String name() {
    return "communities";
  }

  @Override
  public String summary() {
    return "soft communities that are dense, and whose centroids nodes of the other view are near";
  }

  @Override
  public String source() {
    return "Li, Jing and Tong 2022 (gCooL), arXiv 2110.14863";
  }

  @Override
  public Class<CommunitiesOptions> options() {
    return CommunitiesOptions.class;
  }

  @Override
  public Loss create(CommunitiesOptions options, Setup setup) {
    Shape row = setup.shape(Rows.of("view-1", options.output()));
    if (row.dimension() != 1) {
      throw new ConfigurationException(
          "%s: loss \"communities\" compares one vector a node, but the output \"%s\" has rows of shape %s"
              .formatted(setup.name(), options.output(), row));
    }
    return new Communities(
        new CommunitiesEquation(setup.kernels(), options),
        options,
        centers(options.communities(), row.get(0), setup));
  }

  /** Directions at random; centres are compared by direction, and their length is about one. */
  private static NDArray centers(int count, long width, Setup setup) {
    NDArray centers =
        setup
            .draws()
            .normal("centers", new Shape(count, width))
            .div(Math.sqrt(width))
            .toType(setup.dataType(), false)
            .toDevice(setup.device(), false);
    centers.attach(setup.manager());
    return centers;
  }
}
