package io.dyad.toolkit.view;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.SliceableView;
import io.dyad.api.Stable;
import io.dyad.api.StackableView;
import io.dyad.api.View;
import java.util.List;

/**
 * Samples as one dense array, the first axis running over samples: images (N, C, H, W), features
 * (N, D), signals (N, C, T).
 *
 * @since 0.1
 */
@Stable
public final class TensorView implements SliceableView {
  private final NDArray tensor;

  private TensorView(NDArray tensor) {
    this.tensor = tensor;
  }

  /** Returns a view of an array of rank 1 or more. */
  public static TensorView of(NDArray tensor) {
    if (tensor.getShape().dimension() < 1) {
      throw new IllegalArgumentException("a view needs an axis of samples; the array is a scalar");
    }
    return new TensorView(tensor);
  }

  /** Returns the array. */
  public NDArray tensor() {
    return tensor;
  }

  /** Returns the shape of one sample. */
  public Shape sample() {
    return tensor.getShape().slice(1);
  }

  @Override
  public NDList tensors() {
    return new NDList(tensor);
  }

  @Override
  public TensorView with(NDList tensors) {
    return of(tensors.singletonOrThrow());
  }

  @Override
  public long rows() {
    return tensor.getShape().get(0);
  }

  @Override
  public TensorView slice(long from, long to) {
    return of(tensor.get(new NDIndex().addSliceDim(from, to)));
  }

  @Override
  public boolean stacks(View other) {
    return other instanceof TensorView that
        && sample().equals(that.sample())
        && tensor.getDataType() == that.tensor.getDataType();
  }

  @Override
  public TensorView stack(List<? extends StackableView> others) {
    NDList all = new NDList(tensor);
    others.forEach(view -> all.add(((TensorView) view).tensor));
    return of(NDArrays.concat(all, 0));
  }
}
