package io.dyad.vision.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * Operations on batches of images with given parameters; nothing is random here.
 *
 * <p>Images have shape (N, C, H, W) and are float32 or float64; colours are in [0, 1] where an
 * operation says so. A parameter of shape (N) holds one number an image. Inputs are left untouched;
 * results belong to the manager of {@code images}; gradients do not pass through. The definitions
 * are those of torchvision's tensor back end. With a channel count other than 3, saturation, hue
 * and grayscale change nothing.
 */
public final class ImageOperations {
  private final Kernel kernel;

  private ImageOperations(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Returns the operations, compiled. */
  public static ImageOperations of(Kernels kernels) {
    return new ImageOperations(kernels.resource(ImageOperations.class, "image-operations"));
  }

  /** Returns 8-bit images divided by {@code scale} as float32; other images as they are. */
  public NDArray scaled(NDArray images, double scale) {
    return one("scaled", images, scale);
  }

  /**
   * Returns boxes cut out and resized bilinearly, with half-pixel centres.
   *
   * @param boxes top, left, height and width in pixels, shape (N, 4), inside the images
   * @param antialias whether shrinking averages over all pixels
   */
  public NDArray resizedCrop(
      NDArray images, NDArray boxes, long height, long width, boolean antialias) {
    NDArray still = boxes.zerosLike();
    return one("place", images, boxes, still.get(":, 0"), still, height, width, antialias);
  }

  /** Returns whole images resized as {@link #resizedCrop} does. */
  public NDArray resize(NDArray images, long height, long width, boolean antialias) {
    return one("resize", images, height, width, antialias);
  }

  /** Returns mirrored images: left and right change places. */
  public NDArray horizontalFlip(NDArray images) {
    return one("horizontal_flip", images);
  }

  /**
   * Returns images turned about their centre, bilinearly; zeros come in.
   *
   * @param degrees counter-clockwise, shape (N)
   */
  public NDArray rotate(NDArray images, NDArray degrees) {
    return one("rotate", images, degrees);
  }

  /** Returns images times factors of shape (N), cut to [0, 1]. */
  public NDArray brightness(NDArray images, NDArray factor) {
    return colour("brightness", images, factor);
  }

  /** Returns images moved away from their mean luminance by factors of shape (N), in [0, 1]. */
  public NDArray contrast(NDArray images, NDArray factor) {
    return colour("contrast", images, factor);
  }

  /** Returns colours moved away from their luminance by factors of shape (N), in [0, 1]. */
  public NDArray saturation(NDArray images, NDArray factor) {
    return colour("saturation", images, factor);
  }

  /** Returns colours in [0, 1] whose HSV hue is turned by shares of the circle, shape (N). */
  public NDArray hue(NDArray images, NDArray turn) {
    return colour("hue", images, turn);
  }

  /** Returns images whose three channels are the luminance. */
  public NDArray grayscale(NDArray images) {
    return one("grayscale", images);
  }

  /** Returns images whose values from {@code threshold} on are replaced by 1 minus the value. */
  public NDArray solarize(NDArray images, double threshold) {
    return one("solarize", images, threshold);
  }

  /**
   * Returns blurred images; the border is reflected.
   *
   * @param sigma standard deviation in pixels, shape (N)
   * @param size width of the filter, odd, at most twice the smaller side minus one
   */
  public NDArray gaussianBlur(NDArray images, NDArray sigma, int size) {
    return one("gaussian_blur", images, sigma, size);
  }

  /** Returns (image - mean) / std; mean and std have shape (C) or (1). */
  public NDArray normalize(NDArray images, NDArray mean, NDArray std) {
    return one("normalize", images, mean, std);
  }

  /** The kernel's functions of colour overwrite the images. */
  private NDArray colour(String function, NDArray images, NDArray parameter) {
    try (NDArray copy = images.duplicate()) {
      return one(function, copy, parameter);
    }
  }

  /** Returns views, one array each; the kernel's first lines say what the arguments are. */
  NDList views(NDArray images, double scale, long[] plan, double[] numbers, NDList draws) {
    return kernel.call("views", images, scale, plan, numbers, draws);
  }

  /** Calls a function of the kernel that returns one array. */
  NDArray one(String function, Object... arguments) {
    return kernel.call(function, arguments).singletonOrThrow();
  }
}
