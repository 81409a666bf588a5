package io.dyad.vision.augment;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;

/** One change to a batch of images, as an operation of a program. */
interface Step {
  /**
   * Adds the operation and returns the shape of the changed images.
   *
   * @param program of the batch
   * @param images shape (N, C, H, W) before the change
   * @param draws of the view, row by row of the batch
   */
  Shape addTo(Program program, Shape images, Draws draws);
}
