package io.dyad.contract.harness;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a mistake visible that otherwise shows once in ten thousand steps: a graph that points to
 * the memory of a Java buffer nobody holds, such as DJL's {@code x.mul(0.5)} leaves behind.
 */
public final class FreedMemory {
  private static final int ROUNDS = 3;
  private static final int BUFFERS = 2000;
  private static final long CLEANING_MILLISECONDS = 50;

  private FreedMemory() {}

  /**
   * Frees the buffers that nobody holds, and fills small pieces of freed memory with tiny numbers.
   */
  public static void overwrite() {
    List<ByteBuffer> buffers = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      System.gc();
      waitForCleaning();
      for (int i = 0; i < BUFFERS; i++) {
        buffers.add(ByteBuffer.allocateDirect(Double.BYTES).putDouble(0, 1e-9 * i));
      }
    }
    if (buffers.size() != ROUNDS * BUFFERS) {
      throw new IllegalStateException("the buffers must be alive until here");
    }
  }

  /** Buffers are freed by a thread of the JVM, some moments after the collection. */
  private static void waitForCleaning() {
    try {
      Thread.sleep(CLEANING_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
