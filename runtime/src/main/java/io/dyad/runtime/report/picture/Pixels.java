package io.dyad.runtime.report.picture;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.View;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.TensorView;
import java.util.Objects;
import java.util.Optional;

/**
 * The values of several pictures of one size, channels first.
 *
 * @param values picture by picture, channel by channel, row by row
 * @param bytes whether the values were 8-bit numbers
 */
@SuppressWarnings("ArrayRecordComponent") // large and passed once; not copied, not compared
public record Pixels(
    float[] values, int count, int channels, int height, int width, boolean bytes) {

  /**
   * Returns the pictures of a view: those of a {@link TensorView} of shape (N, C, H, W) or (N, H,
   * W, C) with C 1 or 3, those of the first part of a {@link CompositeView} that has some, or
   * nothing.
   */
  public static Optional<Pixels> of(View view) {
    if (view instanceof CompositeView composite) {
      return composite.names().stream()
          .map(name -> of(composite.part(name)))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return view instanceof TensorView tensor ? of(tensor.tensor()) : Optional.empty();
  }

  private static Optional<Pixels> of(NDArray array) {
    Shape shape = array.getShape();
    if (shape.dimension() != 4 || shape.size() == 0) {
      return Optional.empty();
    }
    boolean first = isColour(shape.get(1));
    if (!first && !isColour(shape.get(3))) {
      return Optional.empty();
    }
    NDArray ordered = first ? array : array.transpose(0, 3, 1, 2);
    Shape size = ordered.getShape();
    return Optional.of(
        new Pixels(
            ordered.toType(DataType.FLOAT32, false).toFloatArray(),
            Math.toIntExact(size.get(0)),
            Math.toIntExact(size.get(1)),
            Math.toIntExact(size.get(2)),
            Math.toIntExact(size.get(3)),
            array.getDataType() == DataType.UINT8));
  }

  private static boolean isColour(long channels) {
    return channels == 1 || channels == 3;
  }

  /** Returns how many values a channel of a picture has. */
  int area() {
    return height * width;
  }

  /** Returns where a channel of a picture begins. */
  int start(int picture, int channel) {
    return (Objects.checkIndex(picture, count) * channels + channel) * area();
  }
}
