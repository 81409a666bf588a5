package io.dyad.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class NativeHeapTest {
  @Test
  void a_tensor_counts_until_it_is_closed() {
    assumeThat(NativeHeap.bytes()).isPresent();
    long size = 64L << 20;
    long slack = 16L << 20; // what other threads take and give back meanwhile
    try (NDManager manager = NDManager.newBaseManager()) {
      manager.zeros(new Shape(1)).close();
      long before = NativeHeap.bytes().orElseThrow();
      NDArray tensor = manager.zeros(new Shape(size / Float.BYTES));
      assertThat(NativeHeap.bytes().orElseThrow() - before).isBetween(size - slack, size + slack);
      tensor.close();
      assertThat(NativeHeap.bytes().orElseThrow() - before).isLessThan(slack);
    }
  }
}
