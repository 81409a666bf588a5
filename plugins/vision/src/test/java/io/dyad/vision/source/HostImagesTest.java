package io.dyad.vision.source;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.Harness;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostImagesTest {
  private final Harness harness = new Harness();
  private final NDManager manager = harness.manager();

  @AfterEach
  void release() {
    harness.close();
  }

  @Test
  void images_are_written_into_the_array_itself_block_by_block() {
    HostImages images = new HostImages(5, new Shape(3), manager, 6);
    for (int i = 4; i >= 0; i--) {
      images.put(i, new byte[] {(byte) i, (byte) (10 + i), (byte) (20 + i)});
    }
    assertThat(images.array().toByteArray())
        .containsExactly(0, 10, 20, 1, 11, 21, 2, 12, 22, 3, 13, 23, 4, 14, 24);
  }

  @Test
  void a_buffer_is_spread_over_the_blocks_and_stays_where_it_is() {
    ByteBuffer pixels = ByteBuffer.wrap(new byte[] {9, 9, 1, 2, 3, 4, 5, 6, 7}).position(2);
    HostImages images = new HostImages(7, new Shape(1), manager, 3);
    images.putAll(pixels);
    assertThat(images.array().toByteArray()).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(pixels.position()).isEqualTo(2);
  }
}
