package io.dyad.vision.source;

import io.dyad.api.Batch;
import io.dyad.api.Context;

/** The images of one split: uint8 of shape (C, H, W), all of one size, with their classes. */
interface ImageSplit {
  int size();

  /** Returns whether all images lie decoded on the device. */
  boolean isResident();

  /** Returns images of shape (N, C, H, W) with the target {@code label}; from any thread. */
  Batch fetch(long[] ids, Context context);
}
