package io.dyad.runtime.report.learned;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.DataException;
import io.dyad.api.View;
import java.util.Optional;

/** The input itself as rows, for comparison with what was learned. */
final class RawRows {
  /** Inputs of more values a sample are not compared: that would take longer than it tells. */
  private static final long MOST_VALUES = 3 * 64 * 64;

  private RawRows() {}

  /** Returns a plain view as float32 rows, if it is one small array of a row a sample. */
  static Optional<NDArray> of(View plain, int samples) {
    NDArray input = plain.input();
    if (input.getShape().dimension() < 2
        || input.getShape().get(0) != samples
        || input.size() > samples * MOST_VALUES) {
      return Optional.empty();
    }
    return Optional.of(input.reshape(samples, -1).toType(DataType.FLOAT32, false));
  }

  /** Returns the rows of a bank, whose samples are as the queries are. */
  static NDArray ofBank(View plain, int samples) {
    return of(plain, samples)
        .orElseThrow(() -> new DataException("samples of the two splits are of different kinds"));
  }
}
