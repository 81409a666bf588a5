package io.dyad.vision.source;

/** Where the channels of an array of images are. */
public enum ImageLayout {
  /** Told from the shape: the axis of length 1 or 3. */
  AUTO,
  /** Channels last, as image libraries write. */
  NHWC,
  /** Channels first. */
  NCHW
}
