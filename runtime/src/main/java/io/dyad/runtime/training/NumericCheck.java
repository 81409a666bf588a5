package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.LossValue;
import io.dyad.api.NumericException;
import io.dyad.api.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Stops the run before a loss that is not a number reaches the parameters. */
final class NumericCheck {
  private static final int NAMED_IDS = 8;

  private NumericCheck() {}

  /**
   * Returns the total as a number.
   *
   * @throws NumericException if it is NaN or infinite, naming the terms, the step and the batch
   */
  static double total(LossValue value, Progress progress, Batch batch) {
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
    throw stopped("the loss is " + total, progress, broken, batch);
  }

  /**
   * Returns the norm of the gradients as a number.
   *
   * @param norm as the optimiser returned it, which makes no step if it is not finite
   * @throws NumericException if it is NaN or infinite although the loss was finite
   */
  static double gradients(NDArray norm, LossValue value, Progress progress, Batch batch) {
    double number = scalar(norm);
    if (Double.isFinite(number)) {
      return number;
    }
    List<String> terms = new ArrayList<>();
    value.terms().forEach((name, term) -> terms.add(name + " = " + scalar(term)));
    throw stopped(
        "the loss is finite, but the norm of its gradients is " + number, progress, terms, batch);
  }

  private static NumericException stopped(
      String what, Progress progress, List<String> terms, Batch batch) {
    long[] ids = batch.ids();
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
