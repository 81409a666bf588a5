package io.dyad.vision.augment;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Draws;

/** One change to a batch of images. */
interface Step {
  /**
   * Returns changed images.
   *
   * @param images shape (N, C, H, W)
   * @param draws of the view, row by row of the batch
   */
  NDArray apply(NDArray images, Draws draws);
}
