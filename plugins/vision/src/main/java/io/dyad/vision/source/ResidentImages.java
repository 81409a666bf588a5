package io.dyad.vision.source;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Kernel;
import io.dyad.api.Setup;
import io.dyad.api.Targets;
import io.dyad.toolkit.view.TensorView;

/** Images and classes in one array each on the device; a batch is one gather of each. */
final class ResidentImages implements ImageSplit {
  private final NDArray pixels;
  private final NDArray labels;
  private final Kernel kernel;

  private ResidentImages(NDArray pixels, NDArray labels, Kernel kernel) {
    this.pixels = pixels;
    this.labels = labels;
    this.kernel = kernel;
  }

  /**
   * Moves images to the device of a part.
   *
   * @param images in memory of the host, which is given up
   * @param channelsLast whether they are (N, H, W, C) and not (N, C, H, W)
   * @param labels the class of each image
   */
  static ResidentImages of(NDArray images, boolean channelsLast, long[] labels, Setup setup) {
    Kernel kernel = setup.kernels().resource(ResidentImages.class, "resident-images");
    NDArray pixels = HostArrays.moved(images, setup.device());
    if (channelsLast) {
      NDArray interleaved = pixels;
      pixels = kernel.call("channels_first", interleaved).singletonOrThrow();
      interleaved.close();
    }
    NDArray classes = HostArrays.of(labels, setup.manager());
    return new ResidentImages(pixels, HostArrays.moved(classes, setup.device()), kernel);
  }

  /** Returns some of the images; this is closed. */
  ResidentImages only(long[] ids) {
    NDManager manager = pixels.getManager();
    try (NDArray rows = HostArrays.moved(HostArrays.of(ids, manager), pixels.getDevice());
        pixels;
        labels) {
      NDList kept = kernel.call("rows", rows, pixels, labels);
      return new ResidentImages(kept.get(0), kept.get(1), kernel);
    }
  }

  @Override
  public int size() {
    return Math.toIntExact(pixels.getShape().get(0));
  }

  @Override
  public boolean isResident() {
    return true;
  }

  @Override
  public Batch fetch(long[] ids, Context context) {
    NDManager manager = context.manager();
    try (NDArray rows = HostArrays.moved(HostArrays.of(ids, manager), context.device())) {
      NDList batch = kernel.call("rows", rows, pixels, labels);
      return Batch.of(ids, TensorView.of(batch.get(0)), Targets.of(Targets.LABEL, batch.get(1)));
    }
  }
}
