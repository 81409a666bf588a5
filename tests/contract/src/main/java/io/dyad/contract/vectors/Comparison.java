package io.dyad.contract.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares an outcome with what its case expects and lists every difference. */
final class Comparison {
  private final VectorCase vector;
  private final List<String> differences = new ArrayList<>();

  private Comparison(VectorCase vector) {
    this.vector = vector;
  }

  static List<String> of(VectorCase vector, Outcome outcome) {
    Comparison comparison = new Comparison(vector);
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
    for (int i = 0; i < ours.length; i++) {
      if (!close(ours[i], theirs[i])) {
        differences.add(what + "[" + i + "] is " + ours[i] + " instead of " + theirs[i]);
        return;
      }
    }
  }

  private boolean close(double ours, double theirs) {
    return Double.compare(ours, theirs) == 0 || Math.abs(ours - theirs) <= vector.tolerance(theirs);
  }
}
