package io.dyad.graph.heterogeneous;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.toolkit.view.HeterogeneousGraphView.MetaPath;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.function.IntToDoubleFunction;

/** Edges and their weights between Java's memory and that of arrays, which is written directly. */
public final class EdgeArrays {
  private EdgeArrays() {}

  /** Returns int64, shape (2, edges), on the manager's device. */
  public static NDArray edges(int[] sources, int[] targets, NDManager manager) {
    Shape shape = new Shape(2, sources.length);
    NDArray array = manager.create(shape, DataType.INT64, Device.cpu());
    LongBuffer memory = memory(array).asLongBuffer();
    for (int source : sources) {
      memory.put(source);
    }
    for (int target : targets) {
      memory.put(target);
    }
    return moved(array, manager.getDevice());
  }

  /**
   * Returns one number an edge, shape (edges), on the manager's device.
   *
   * @param type float32 or float64
   */
  public static NDArray weights(
      int edges, IntToDoubleFunction weight, DataType type, NDManager manager) {
    NDArray array = manager.create(new Shape(edges), type, Device.cpu());
    ByteBuffer memory = memory(array);
    for (int edge = 0; edge < edges; edge++) {
      if (type == DataType.FLOAT64) {
        memory.putDouble(weight.applyAsDouble(edge));
      } else {
        memory.putFloat((float) weight.applyAsDouble(edge));
      }
    }
    return moved(array, manager.getDevice());
  }

  /**
   * Returns the path counts of a meta-path, a row a source and a column a target.
   *
   * @param path its weights are whole numbers
   */
  public static CountMatrix counts(MetaPath path, long nodes) {
    int[] sources = new int[Math.toIntExact(path.weights().size())];
    int[] targets = new int[sources.length];
    int[] counts = new int[sources.length];
    NDManager manager = path.edges().getManager();
    try (NDManager scratch = manager.newSubManager(Device.cpu());
        NDArray edges = onHost(path.edges(), scratch);
        NDArray weights = onHost(path.weights().toType(DataType.FLOAT64, true), scratch)) {
      LongBuffer ends = memory(edges).asLongBuffer();
      ByteBuffer values = memory(weights);
      for (int edge = 0; edge < sources.length; edge++) {
        sources[edge] = (int) ends.get(edge);
        targets[edge] = (int) ends.get(edge + sources.length);
        counts[edge] = (int) Math.round(values.getDouble());
      }
    }
    int size = Math.toIntExact(nodes);
    return CountMatrix.ofEntries(size, size, sources, targets, counts);
  }

  private static NDArray onHost(NDArray array, NDManager scratch) {
    NDArray copy = array.toDevice(Device.cpu(), true);
    copy.attach(scratch);
    return copy;
  }

  private static ByteBuffer memory(NDArray array) {
    return array.toByteBuffer(true).order(ByteOrder.nativeOrder());
  }

  private static NDArray moved(NDArray array, Device device) {
    NDArray there = array.toDevice(device, false);
    if (there != array) {
      array.close();
    }
    return there;
  }
}
