package io.dyad.contrast.amcl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Parameters;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One network a head, from two rows beside each other through a hidden layer to one number. The
 * last layer starts near zero, so that all temperatures start in the middle, where the sigmoid that
 * bounds them can learn.
 */
final class TemperatureNetworks {
  private static final double NEAR_ZERO = 1e-3;

  private final Map<String, NDArray> weights = new LinkedHashMap<>();
  private final TemperatureOptions options;
  private final Setup setup;

  /**
   * Makes the networks.
   *
   * @param output the output of the main network whose rows they take, of shape (heads, D) or (D)
   */
  TemperatureNetworks(TemperatureOptions options, String output, Setup setup) {
    this.options = options;
    this.setup = setup;
    if (options.lowest() >= options.highest()) {
      throw new ConfigurationException(
          "%s.temperature: lowest = %s must be below highest = %s"
              .formatted(setup.name(), options.lowest(), options.highest()));
    }
    Shape row = setup.shape(Rows.of("view-1", output));
    if (row.dimension() != 1 && row.dimension() != 2) {
      throw new ConfigurationException(
          "%s compares rows of shape (heads, D), but the output \"%s\" has rows of shape %s; make it by an encoder multi-head"
              .formatted(setup.name(), output, row));
    }
    long heads = row.dimension() == 2 ? row.get(0) : 1;
    long inputs = 2 * row.get(row.dimension() - 1);
    double limit = 1 / Math.sqrt(inputs);
    uniform("weight-1", limit, heads, options.hidden(), inputs);
    uniform("bias-1", limit, heads, options.hidden());
    uniform("weight-2", NEAR_ZERO, heads, 1, options.hidden());
    uniform("bias-2", NEAR_ZERO, heads, 1);
  }

  private void uniform(String name, double limit, long... shape) {
    NDArray values = setup.draws().uniform(name, new Shape(shape));
    values.subi(0.5f);
    values.muli((float) (2 * limit));
    NDArray array = values.toType(setup.dataType(), false).toDevice(setup.device(), false);
    array.attach(setup.manager());
    weights.put(name, array);
  }

  /**
   * Returns the weight and bias of the first layer, then of the last, the first axis over heads.
   */
  NDList all() {
    return new NDList(weights.values());
  }

  /** Returns what is trained. */
  Parameters parameters() {
    return Parameters.NONE.with("temperatures", weights);
  }

  /** Returns the width of the hidden layer of all heads together. */
  long hidden() {
    return options.hidden() * weights.values().iterator().next().getShape().get(0);
  }

  TemperatureOptions options() {
    return options;
  }
}
