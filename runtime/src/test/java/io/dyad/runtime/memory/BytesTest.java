package io.dyad.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesTest {
  @Test
  void sizes_are_read_with_their_units() {
    assertThat(Bytes.parse("512M")).hasValue(512L << 20);
    assertThat(Bytes.parse("6 GiB")).hasValue(6L << 30);
    assertThat(Bytes.parse("plenty")).isEmpty();
  }

  @Test
  void sizes_are_written_in_the_unit_that_fits() {
    assertThat(Bytes.text(300L << 20)).isEqualTo("300 MB");
    assertThat(Bytes.text(3L << 29)).isEqualTo("1.5 GB");
  }
}
