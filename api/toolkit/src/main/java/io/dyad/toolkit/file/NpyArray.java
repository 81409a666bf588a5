package io.dyad.toolkit.file;

import io.dyad.api.DataException;
import io.dyad.api.Stable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * An array as NumPy files hold it: little-endian, in C order.
 *
 * @param type {@code bool}, {@code uint8}, {@code int8}, {@code int16}, {@code int32}, {@code
 *     int64}, {@code float32} or {@code float64}
 * @param shape the length of each axis; empty for a single number
 * @param data the elements, from the buffer's position to its limit; not copied
 * @since 0.1
 */
@Stable
@SuppressWarnings("ArrayRecordComponent") // a shape is an array in DJL as well; it is copied
public record NpyArray(String type, long[] shape, ByteBuffer data) {
  /**
   * Checks that type, shape and data fit together.
   *
   * @throws IllegalArgumentException if they do not
   */
  public NpyArray {
    shape = shape.clone();
    data = data.slice().order(ByteOrder.LITTLE_ENDIAN);
    long expected = Math.multiplyExact(count(shape), (long) NpyType.ofTitle(type).bytes());
    if (data.remaining() != expected) {
      throw new IllegalArgumentException(
          "%s of shape %s takes %d bytes, the data has %d"
              .formatted(type, Arrays.toString(shape), expected, data.remaining()));
    }
  }

  /** Returns an array of float32. */
  public static NpyArray of(float[] values, long... shape) {
    ByteBuffer data = buffer(values.length, Float.BYTES);
    data.asFloatBuffer().put(values);
    return new NpyArray("float32", shape, data);
  }

  /** Returns an array of float64. */
  public static NpyArray of(double[] values, long... shape) {
    ByteBuffer data = buffer(values.length, Double.BYTES);
    data.asDoubleBuffer().put(values);
    return new NpyArray("float64", shape, data);
  }

  /** Returns an array of int32. */
  public static NpyArray of(int[] values, long... shape) {
    ByteBuffer data = buffer(values.length, Integer.BYTES);
    data.asIntBuffer().put(values);
    return new NpyArray("int32", shape, data);
  }

  /** Returns an array of int64. */
  public static NpyArray of(long[] values, long... shape) {
    ByteBuffer data = buffer(values.length, Long.BYTES);
    data.asLongBuffer().put(values);
    return new NpyArray("int64", shape, data);
  }

  /** Returns an array of uint8. */
  public static NpyArray of(byte[] values, long... shape) {
    return new NpyArray("uint8", shape, ByteBuffer.wrap(values));
  }

  /** Returns a copy of the shape. */
  @Override
  public long[] shape() {
    return shape.clone();
  }

  /** Returns the elements in a buffer with a position of its own, little-endian. */
  @Override
  public ByteBuffer data() {
    return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns how many elements there are. */
  public int size() {
    return data.remaining() / NpyType.ofTitle(type).bytes();
  }

  /**
   * Returns the elements as float32.
   *
   * @throws DataException if the type does not fit float32 exactly
   */
  public float[] floats() {
    float[] values = new float[size()];
    switch (NpyType.ofTitle(type)) {
      case FLOAT32 -> data.asFloatBuffer().get(0, values);
      case BOOL, UINT8, INT8, INT16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = whole(i);
        }
      }
      default -> throw unfit("float32");
    }
    return values;
  }

  /**
   * Returns the elements as float64.
   *
   * @throws DataException if the type is int64
   */
  public double[] doubles() {
    double[] values = new double[size()];
    switch (NpyType.ofTitle(type)) {
      case FLOAT64 -> data.asDoubleBuffer().get(0, values);
      case FLOAT32 -> Arrays.setAll(values, i -> data.getFloat(i * Float.BYTES));
      case BOOL, UINT8, INT8, INT16, INT32 -> Arrays.setAll(values, this::whole);
      default -> throw unfit("float64");
    }
    return values;
  }

  /**
   * Returns the elements as whole numbers; true is 1.
   *
   * @throws DataException if the type is a float
   */
  public long[] longs() {
    long[] values = new long[size()];
    Arrays.setAll(values, this::whole);
    return values;
  }

  private long whole(int index) {
    return switch (NpyType.ofTitle(type)) {
      case BOOL, UINT8 -> Byte.toUnsignedLong(data.get(index));
      case INT8 -> data.get(index);
      case INT16 -> data.getShort(index * Short.BYTES);
      case INT32 -> data.getInt(index * Integer.BYTES);
      case INT64 -> data.getLong(index * Long.BYTES);
      default -> throw unfit("whole numbers");
    };
  }

  private DataException unfit(String wanted) {
    return new DataException(
        "an array of %s, shape %s, cannot be read as %s without loss"
            .formatted(type, Arrays.toString(shape), wanted));
  }

  private static ByteBuffer buffer(int elements, int bytes) {
    return ByteBuffer.allocate(Math.multiplyExact(elements, bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long count(long[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }
}
