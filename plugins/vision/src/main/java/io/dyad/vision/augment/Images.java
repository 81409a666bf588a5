package io.dyad.vision.augment;

import ai.djl.ndarray.NDArray;
import io.dyad.api.DataException;
import io.dyad.api.View;
import io.dyad.toolkit.view.TensorView;

/** Reads images from a view. */
final class Images {
  private Images() {}

  /**
   * Returns the images, shape (N, C, H, W).
   *
   * @throws DataException if the view holds something else
   */
  static NDArray of(View view) {
    if (!(view instanceof TensorView images)) {
      throw new DataException(
          "image-augment takes images as a TensorView of shape (N, C, H, W), but the data source"
              + " yields a "
              + view.getClass().getSimpleName()
              + "; choose another data source or view generator");
    }
    if (images.tensor().getShape().dimension() != 4) {
      throw new DataException(
          "image-augment takes images of shape (N, C, H, W), but the data source yields "
              + images.tensor().getShape());
    }
    return images.tensor();
  }
}
