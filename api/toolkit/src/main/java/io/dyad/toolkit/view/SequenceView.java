package io.dyad.toolkit.view;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.SliceableView;
import io.dyad.api.Stable;
import io.dyad.api.StackableView;
import io.dyad.api.View;
import java.util.List;

/**
 * Sequences of ids of different lengths: items a user chose, words of a caption. Sequence i is the
 * first {@code lengths[i]} ids of row i; what follows is padding and holds {@link #PADDING}.
 *
 * @since 0.1
 */
@Stable
public final class SequenceView implements SliceableView {
  /** The id that stands for no item. */
  public static final long PADDING = 0;

  private final NDArray ids;
  private final NDArray lengths;

  private SequenceView(NDArray ids, NDArray lengths) {
    this.ids = ids;
    this.lengths = lengths;
  }

  /**
   * Returns a view of padded sequences.
   *
   * @param ids int64, shape (N, L)
   * @param lengths int64, shape (N), each from 1 to L; the values are not read here
   * @throws IllegalArgumentException if the arrays do not fit together
   */
  public static SequenceView of(NDArray ids, NDArray lengths) {
    Shape shape = ids.getShape();
    if (shape.dimension() != 2
        || !lengths.getShape().equals(new Shape(shape.get(0)))
        || ids.getDataType() != DataType.INT64
        || lengths.getDataType() != DataType.INT64) {
      throw new IllegalArgumentException(
          String.format(
              "sequences are int64 ids (N, L) with int64 lengths (N), got %s %s and %s %s",
              ids.getDataType(), shape, lengths.getDataType(), lengths.getShape()));
    }
    return new SequenceView(ids, lengths);
  }

  /** Returns the ids, shape (N, L). */
  public NDArray ids() {
    return ids;
  }

  /** Returns the lengths, shape (N). */
  public NDArray lengths() {
    return lengths;
  }

  /** Returns the padded length L. */
  public long width() {
    return ids.getShape().get(1);
  }

  /** Returns which positions hold an item and not padding behind it, boolean, shape (N, L). */
  public NDArray present() {
    NDArray positions = ids.getManager().arange(0f, width(), 1f, DataType.INT64);
    return positions.reshape(1, width()).lt(lengths.reshape(rows(), 1));
  }

  @Override
  public NDList tensors() {
    return new NDList(ids, lengths);
  }

  @Override
  public SequenceView with(NDList tensors) {
    return of(tensors.get(0), tensors.get(1));
  }

  @Override
  public long rows() {
    return ids.getShape().get(0);
  }

  /** Returns some of the sequences, padded as before. */
  @Override
  public SequenceView slice(long from, long to) {
    NDIndex rows = new NDIndex().addSliceDim(from, to);
    return of(ids.get(rows), lengths.get(rows));
  }

  @Override
  public boolean stacks(View other) {
    return other instanceof SequenceView that && width() == that.width();
  }

  @Override
  public SequenceView stack(List<? extends StackableView> others) {
    NDList allIds = new NDList(ids);
    NDList allLengths = new NDList(lengths);
    for (StackableView view : others) {
      SequenceView sequences = (SequenceView) view;
      allIds.add(sequences.ids);
      allLengths.add(sequences.lengths);
    }
    return of(NDArrays.concat(allIds, 0), NDArrays.concat(allLengths, 0));
  }
}
