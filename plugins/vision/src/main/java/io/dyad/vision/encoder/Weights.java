package io.dyad.vision.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Setup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the parameters and running statistics of a network, in the order its kernel reads them.
 *
 * <p>Convolutions are normal with variance 2 / fan-out (He et al. 2015), as in the reference
 * networks; linear layers uniform within 1 / sqrt(fan-in), as in the reference heads, so that
 * published learning rates carry over.
 */
final class Weights {
  private final Setup setup;
  private final NormKind norm;
  private final int mostGroups;
  private final List<Long> groups = new ArrayList<>();
  private final Map<String, NDArray> trained = new LinkedHashMap<>();
  private final Map<String, NDArray> state = new LinkedHashMap<>();

  /** Begins a network whose norms are all of one kind; {@code groups} counts for group norm. */
  Weights(Setup setup, NormKind norm, int groups) {
    this.setup = setup;
    this.norm = norm;
    this.mostGroups = groups;
  }

  /** Adds a convolution and its norm; {@code scale} is the first value of the norm's scale. */
  void convolution(
      String name, String normName, long outputs, long inputs, long side, double scale) {
    Shape shape = new Shape(outputs, inputs, side, side);
    normal(name + ".weight", shape, Math.sqrt(2.0 / (outputs * side * side)));
    norm(normName, outputs, scale);
  }

  /** Adds the weight of a linear layer. */
  void linear(String name, long outputs, long inputs) {
    uniform(name + ".weight", new Shape(outputs, inputs), 1 / Math.sqrt(inputs));
  }

  /** Adds the bias of a linear layer. */
  void bias(String name, long outputs, long inputs) {
    uniform(name + ".bias", new Shape(outputs), 1 / Math.sqrt(inputs));
  }

  /** Adds scale and shift of a norm, and its statistics or its number of groups. */
  void norm(String name, long width, double scale) {
    constant(trained, name + ".weight", width, scale);
    constant(trained, name + ".bias", width, 0);
    if (norm == NormKind.GROUP) {
      groups.add(largestDivisor(width, mostGroups));
    } else {
      constant(state, name + ".mean", width, 0);
      constant(state, name + ".variance", width, 1);
    }
  }

  private static long largestDivisor(long number, long most) {
    long divisor = Math.min(number, most);
    while (number % divisor != 0) {
      divisor--;
    }
    return divisor;
  }

  /** Returns the parameters by name. */
  Map<String, NDArray> trained() {
    return Collections.unmodifiableMap(trained);
  }

  /** Returns the running statistics by name. */
  Map<String, NDArray> state() {
    return Collections.unmodifiableMap(state);
  }

  /** Returns the groups of each group norm, in order; empty for batch norm. */
  long[] groups() {
    return groups.stream().mapToLong(Long::longValue).toArray();
  }

  private void normal(String name, Shape shape, double deviation) {
    NDArray values = setup.draws().normal(name, shape);
    values.muli((float) deviation);
    put(trained, name, values.toType(setup.dataType(), false));
  }

  private void uniform(String name, Shape shape, double limit) {
    NDArray values = setup.draws().uniform(name, shape);
    values.subi(0.5f);
    values.muli((float) (2 * limit));
    put(trained, name, values.toType(setup.dataType(), false));
  }

  private void constant(Map<String, NDArray> target, String name, long width, double value) {
    put(target, name, setup.manager().full(new Shape(width), (float) value, setup.dataType()));
  }

  private void put(Map<String, NDArray> target, String name, NDArray values) {
    NDArray array = values.toDevice(setup.device(), false);
    array.attach(setup.manager());
    target.put(name, array);
  }
}
