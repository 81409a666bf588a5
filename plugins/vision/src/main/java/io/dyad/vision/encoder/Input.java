package io.dyad.vision.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import io.dyad.api.Setup;
import io.dyad.api.View;
import io.dyad.toolkit.view.TensorView;

/** What an encoder takes, read from the example view and checked at every call. */
final class Input {
  private final String encoder;
  private final DataType type;
  private final boolean images;
  private final long size;
  private final Shape example;

  private Input(String encoder, DataType type, boolean images, long size, Shape example) {
    this.encoder = encoder;
    this.type = type;
    this.images = images;
    this.size = size;
    this.example = example;
  }

  /** Images (N, C, H, W) of any size with the channels of the example. */
  static Input images(String encoder, Setup setup) {
    Shape shape = tensor(encoder, example(setup)).getShape();
    if (shape.dimension() != 4) {
      throw wrong(encoder, "images (N, C, H, W)", shape);
    }
    return new Input(encoder, setup.dataType(), true, shape.get(1), shape);
  }

  /** Anything with as many numbers a sample as the example. */
  static Input vectors(String encoder, Setup setup) {
    Shape shape = tensor(encoder, example(setup)).getShape();
    return new Input(encoder, setup.dataType(), false, shape.slice(1).size(), shape);
  }

  /** Returns the channels of an image, or the numbers of a vector. */
  long size() {
    return size;
  }

  /** Returns the smaller side of the example image in pixels. */
  long smallestSide() {
    return Math.min(example.get(2), example.get(3));
  }

  /** Returns the array of a view in the type of the parameters. */
  NDArray read(View view) {
    NDArray tensor = tensor(encoder, view);
    Shape shape = tensor.getShape();
    if (images && (shape.dimension() != 4 || shape.get(1) != size)) {
      throw wrong(encoder, "images (N, " + size + ", H, W)", shape);
    }
    if (!images && shape.slice(1).size() != size) {
      throw wrong(encoder, size + " numbers a sample", shape);
    }
    return tensor.toType(type, false);
  }

  /** Returns the example view. */
  static View example(Setup setup) {
    return setup
        .example()
        .orElseThrow(() -> new IllegalStateException(setup.name() + " was given no example view"));
  }

  /** Returns the array of a view, whatever its shape. */
  static NDArray tensor(String encoder, View view) {
    if (view instanceof TensorView tensor) {
      return tensor.tensor();
    }
    throw new DataException(
        String.format(
            "encoder \"%s\" takes a TensorView, but the view is a %s; choose an encoder for that"
                + " kind",
            encoder, view.getClass().getSimpleName()));
  }

  private static DataException wrong(String encoder, String expected, Shape actual) {
    return new DataException(
        String.format(
            "encoder \"%s\" takes %s, but the view has shape %s", encoder, expected, actual));
  }
}
