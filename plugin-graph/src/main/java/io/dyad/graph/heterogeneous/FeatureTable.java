package io.dyad.graph.heterogeneous;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Setup;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Features of the nodes of one type by those that are not 0.
 *
 * @param rowCount how many nodes
 * @param columnCount how many features
 * @param rows the node of each entry
 * @param columns the feature of each entry
 * @param values its value
 */
@SuppressWarnings("ArrayRecordComponent")
record FeatureTable(int rowCount, int columnCount, int[] rows, int[] columns, double[] values) {
  /** Returns a feature of its own for each node. */
  static FeatureTable oneHot(int nodes) {
    int[] all = IntStream.range(0, nodes).toArray();
    double[] ones = new double[nodes];
    Arrays.fill(ones, 1);
    return new FeatureTable(nodes, nodes, all, all, ones);
  }

  /** Returns the same features of more nodes, those behind without any. */
  FeatureTable of(int nodes) {
    return new FeatureTable(nodes, columnCount, rows, columns, values);
  }

  /**
   * Returns rows divided by their sums. A row whose sum is below 1 stays as it is, which matters
   * where features have signs: their sum says nothing and may be next to 0.
   */
  FeatureTable normalised() {
    double[] sums = new double[rowCount];
    for (int i = 0; i < rows.length; i++) {
      sums[rows[i]] += values[i];
    }
    double[] divided = new double[values.length];
    for (int i = 0; i < rows.length; i++) {
      divided[i] = values[i] / Math.max(1, sums[rows[i]]);
    }
    return new FeatureTable(rowCount, columnCount, rows, columns, divided);
  }

  /** Returns the dense features, shape (rows, columns), on the device of a part. */
  NDArray dense(Setup setup) {
    DataType type = setup.dataType();
    Shape shape = new Shape(rowCount, columnCount);
    NDArray array = setup.manager().create(shape, type, Device.cpu());
    array.muli(0);
    ByteBuffer memory = array.toByteBuffer(true).order(ByteOrder.nativeOrder());
    for (int i = 0; i < rows.length; i++) {
      long place = (long) rows[i] * columnCount + columns[i];
      if (type == DataType.FLOAT64) {
        memory.putDouble(Math.toIntExact(place * Double.BYTES), values[i]);
      } else {
        memory.putFloat(Math.toIntExact(place * Float.BYTES), (float) values[i]);
      }
    }
    NDArray there = array.toDevice(setup.device(), false);
    if (there != array) {
      array.close();
    }
    return there;
  }
}
