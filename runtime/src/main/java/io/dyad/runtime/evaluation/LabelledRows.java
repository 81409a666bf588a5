package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Evaluation;
import java.util.stream.IntStream;

/**
 * The samples of a split whose class is known, -1 being unknown; of some graphs only a part is.
 *
 * @param rows an output, one row a sample
 * @param labels int64
 */
record LabelledRows(NDArray rows, NDArray labels) {
  static LabelledRows of(Evaluation evaluation, String output, String target, String split) {
    NDArray rows = Features.of(evaluation, output, split);
    NDArray labels = evaluation.target(target, split).toType(DataType.INT64, false);
    long[] classes = labels.toLongArray();
    long[] known =
        IntStream.range(0, classes.length).filter(i -> classes[i] >= 0).asLongStream().toArray();
    if (known.length == 0 || known.length == classes.length) {
      return new LabelledRows(rows, labels);
    }
    NDArray places = rows.getManager().create(known);
    return new LabelledRows(rows.get(places), labels.get(places));
  }
}
