package io.dyad.vision.encoder;

/** The first layer of a residual network. */
public enum ResNetStem {
  /** 3 x 3 convolution of stride 1, for images of about 32 pixels. */
  CIFAR,
  /** 7 x 7 convolution of stride 2 and 3 x 3 max pooling of stride 2. */
  IMAGENET
}
