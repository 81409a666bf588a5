package io.dyad.contract.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Compares an outcome with what its case expects and lists every difference. */
final class Comparison {
  private static final double SINGLE_RELATIVE = 1e-3;
  private static final double SINGLE_OF_LARGEST = 1e-4;

  /** What a difference of two scores of some tens is off by. */
  private static final double SINGLE_ABSOLUTE = 1e-5;

  private final VectorCase vector;
  private final DataType type;
  private final List<String> differences = new ArrayList<>();

  private Comparison(VectorCase vector, DataType type) {
    this.vector = vector;
    this.type = type;
  }

  /** Compares what was computed in a type; the tolerance of the case is meant for float64. */
  static List<String> of(VectorCase vector, Outcome outcome, DataType type) {
    Comparison comparison = new Comparison(vector, type);
    comparison.compare("output", vector.outputs(), outcome.outputs());
    comparison.compare("gradient", vector.gradients(), outcome.gradients());
    for (String name : vector.hyperparameters().unread()) {
      comparison.differences.add("hyperparameter " + name + " is not known to the adapter");
    }
    return comparison.differences;
  }

  private void compare(
      String kind, Map<String, RecordedArray> expected, Map<String, NDArray> actual) {
    expected.forEach(
        (name, array) -> {
          NDArray ours = actual.get(name);
          if (ours == null) {
            differences.add(kind + " " + name + " is missing; ours are " + actual.keySet());
          } else {
            compare(kind + " " + name, array, ours);
          }
        });
  }

  private void compare(String what, RecordedArray expected, NDArray actual) {
    if (!expected.shape().equals(actual.getShape())) {
      differences.add(what + " has shape " + actual.getShape() + " instead of " + expected.shape());
      return;
    }
    double[] ours = actual.toType(DataType.FLOAT64, false).toDoubleArray();
    double[] theirs = expected.data();
    double largest =
        Arrays.stream(theirs).map(Math::abs).filter(Double::isFinite).reduce(0, Math::max);
    for (int i = 0; i < ours.length; i++) {
      if (!close(ours[i], theirs[i], largest)) {
        differences.add(what + "[" + i + "] is " + ours[i] + " instead of " + theirs[i]);
        return;
      }
    }
  }

  private boolean close(double ours, double theirs, double largest) {
    return Double.compare(ours, theirs) == 0
        || Math.abs(ours - theirs) <= vector.tolerance(theirs) + roundingOfSingles(theirs, largest);
  }

  /** Small numbers of an array share the rounding of its large ones. */
  private double roundingOfSingles(double expected, double largest) {
    return type == DataType.FLOAT64
        ? 0
        : SINGLE_ABSOLUTE + SINGLE_RELATIVE * Math.abs(expected) + SINGLE_OF_LARGEST * largest;
  }
}
