package io.dyad.runtime.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The frame around each message of an event file: its length, a checksum of that, the message, a
 * checksum of that. Format: TensorFlow's TFRecord.
 */
final class EventRecord {
  private static final int MASK = 0xa282ead8;

  private EventRecord() {}

  static void write(OutputStream stream, byte[] message) throws IOException {
    ByteBuffer length = buffer(Long.BYTES).putLong(message.length);
    stream.write(length.array());
    stream.write(buffer(Integer.BYTES).putInt(checksum(length.array())).array());
    stream.write(message);
    stream.write(buffer(Integer.BYTES).putInt(checksum(message)).array());
  }

  /** A checksum of bytes that hold checksums is weak, hence rotation and offset. */
  static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
