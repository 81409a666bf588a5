package io.dyad.vision.augment;

/**
 * What {@code views} of {@code image-operations.kernel} can do; an operation's code is its place
 * here. The kernel lists the numbers and draws of each.
 */
enum Operation {
  COPY,
  RESIZE,
  PLACE,
  ROTATION,
  JITTER,
  GRAYSCALE,
  BLUR,
  SOLARIZE,
  GAIN,
  NOISE,
  DROPOUT,
  NORMALIZE
}
