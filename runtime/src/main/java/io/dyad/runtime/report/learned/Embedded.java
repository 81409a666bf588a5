package io.dyad.runtime.report.learned;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Samples with what the network made of them.
 *
 * @param split they are from
 * @param total how many samples the split has
 * @param ids of these
 * @param labels of these, if the data knows them
 * @param values of the embeddings, row by row
 * @param width of a row
 * @param pictures of these, or none
 */
@SuppressWarnings("ArrayRecordComponent") // large and passed once; not copied, not compared
record Embedded(
    String split,
    long total,
    long[] ids,
    Optional<long[]> labels,
    float[] values,
    int width,
    List<BufferedImage> pictures) {

  /** Returns the embeddings, shape (N, D). */
  NDArray rows(NDManager manager) {
    return manager.create(values, new Shape(ids.length, width));
  }
}
