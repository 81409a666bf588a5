package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.LossValue;
import io.dyad.api.NumericException;
import io.dyad.api.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whether an update had a finite loss and finite gradients.
 *
 * @param value the loss and its terms
 * @param gradients their norm, as the optimiser returned it, which makes no step if it or the loss
 *     is not finite
 * @param ids of the samples
 */
record NumericCheck(LossValue value, NDArray gradients, Progress progress, long[] ids) {
  private static final int NAMED_IDS = 8;

  /** Returns the same about copies without a graph. */
  NumericCheck keptBy(NDManager manager) {
    LossValue copy = LossValue.of(OwnedCopy.of(value.total(), manager));
    for (Map.Entry<String, NDArray> term : value.terms().entrySet()) {
      copy = copy.term(term.getKey(), OwnedCopy.of(term.getValue(), manager));
    }
    return new NumericCheck(copy, OwnedCopy.of(gradients, manager), progress, ids);
  }

  /**
   * Requires that both are finite.
   *
   * @throws NumericException if one is not
   */
  void require() {
    loss();
    norm();
  }

  /**
   * Returns the total as a number.
   *
   * @throws NumericException if it is NaN or infinite, naming the terms, the step and the batch
   */
  double loss() {
    double total = scalar(value.total());
    if (Double.isFinite(total)) {
      return total;
    }
    List<String> broken = new ArrayList<>();
    for (Map.Entry<String, NDArray> term : value.terms().entrySet()) {
      double number = scalar(term.getValue());
      if (!Double.isFinite(number)) {
        broken.add(term.getKey() + " = " + number);
      }
    }
    throw stopped("the loss is " + total, broken);
  }

  /**
   * Returns the norm of the gradients as a number.
   *
   * @throws NumericException if it is NaN or infinite although the loss was finite
   */
  double norm() {
    double number = scalar(gradients);
    if (Double.isFinite(number)) {
      return number;
    }
    List<String> terms = new ArrayList<>();
    value.terms().forEach((name, term) -> terms.add(name + " = " + scalar(term)));
    throw stopped("the loss is finite, but the norm of its gradients is " + number, terms);
  }

  private NumericException stopped(String what, List<String> terms) {
    String samples =
        Arrays.toString(Arrays.copyOf(ids, Math.min(ids.length, NAMED_IDS)))
            + (ids.length > NAMED_IDS ? " and " + (ids.length - NAMED_IDS) + " more" : "");
    return new NumericException(
        "%s at step %d (epoch %d); terms %s; samples %s. The parameters were not updated. A lower train.optimizer.learning-rate, train.clip-norm = 1 or a higher temperature often helps"
            .formatted(what, progress.step(), progress.epoch(), terms, samples));
  }

  /** Returns a scalar of any floating type. */
  static double scalar(NDArray array) {
    return array.getDataType() == DataType.FLOAT64 ? array.getDouble() : array.getFloat();
  }
}
