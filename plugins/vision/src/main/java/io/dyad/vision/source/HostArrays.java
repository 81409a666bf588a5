package io.dyad.vision.source;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteOrder;

/** Arrays whose own memory Java writes, so that no buffer is left to the garbage collector. */
final class HostArrays {
  private HostArrays() {}

  /** Returns int64, shape (N), on the CPU. */
  static NDArray of(long[] values, NDManager manager) {
    NDArray array = manager.create(new Shape(values.length), DataType.INT64, Device.cpu());
    array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asLongBuffer().put(values);
    return array;
  }

  /** Returns the array itself where it is there already, else a copy, and closes the array. */
  static NDArray moved(NDArray array, Device device) {
    NDArray there = array.toDevice(device, false);
    if (there != array) {
      array.close();
    }
    return there;
  }
}
