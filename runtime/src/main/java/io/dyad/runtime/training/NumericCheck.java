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
    long[] ids = batch.ids();
    String samples =
        Arrays.toString(Arrays.copyOf(ids, Math.min(ids.length, NAMED_IDS)))
            + (ids.length > NAMED_IDS ? " and " + (ids.length - NAMED_IDS) + " more" : "");
    throw new NumericException(
        "the loss is %s at step %d (epoch %d): %s; samples %s. The parameters were not updated. A lower train.optimizer.learning-rate, train.clip-norm = 1 or a higher temperature often helps"
            .formatted(total, progress.step(), progress.epoch(), broken, samples));
  }

  /** Returns a scalar of any floating type. */
  static double scalar(NDArray array) {
    return array.getDataType() == DataType.FLOAT64 ? array.getDouble() : array.getFloat();
  }
}
