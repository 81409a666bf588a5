package io.dyad.contrast.wrapper;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code random-mapping}: all rows that the pairs name pass one random matrix before the
 * inner loss sees them.
 *
 * <p>The matrix has independent standard normal entries and is never trained. It is drawn before
 * the first epoch (0) and again at every later epoch e where e + 1 is a multiple of the interval;
 * it belongs to the state of a checkpoint.
 */
@Stable
public final class RandomMappingProvider implements LossProvider<RandomMappingOptions> {
  @Override
  public String name() {
    return "random-mapping";
  }

  @Override
  public String summary() {
    return "another loss over rows that passed a random matrix, redrawn every few epochs";
  }

  @Override
  public String source() {
    return "arXiv 2107.10419 (Trip-ROMA)";
  }

  @Override
  public Class<RandomMappingOptions> options() {
    return RandomMappingOptions.class;
  }

  @Override
  public Loss create(RandomMappingOptions options, Setup setup) {
    Shape row = setup.shape(Rows.of("any", options.rows()));
    if (row.dimension() != 1) {
      throw new ConfigurationException(
          "%s: random-mapping maps vectors, but the rows of \"%s\" have shape %s; set rows to an output of one vector a sample"
              .formatted(setup.name(), options.rows(), row));
    }
    Shape shape = new Shape(row.get(0), options.dimensions().orElse((int) row.get(0)));
    NDArray matrix = RandomMapping.drawn(setup.draws(), shape, setup.dataType());
    return new RandomMapping(
        setup.create(options.loss(), "loss"),
        setup.kernels().resource(RandomMapping.class, "random-mapping"),
        matrix,
        options);
  }
}
