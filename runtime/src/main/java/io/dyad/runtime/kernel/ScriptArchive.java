package io.dyad.runtime.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the archive that the engine loads a module from: a zip without compression. */
final class ScriptArchive {
  /** Pickles, protocol 2: an empty tuple, and a module object whose one attribute is true. */
  private static final byte[] NO_CONSTANTS = bytes(0x80, 2, ')', '.');

  private static final byte[] MODULE_START = bytes(0x80, 2, 'c');
  private static final byte[] ATTRIBUTES_START = bytes(')', 0x81, '}', '(', 'X', 8, 0, 0, 0);
  private static final byte[] ATTRIBUTES_END = bytes(0x88, 'u', 'b', '.');

  private ScriptArchive() {}

  /** Returns the archive of a module text that defines the class {@code Kernel}. */
  static byte[] of(String moduleText) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      add(zip, "data.pkl", module());
      add(zip, "code/__torch__.py", moduleText.getBytes(UTF_8));
      add(zip, "constants.pkl", NO_CONSTANTS);
      add(zip, "version", "10\n".getBytes(UTF_8));
      add(zip, "byteorder", "little".getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] module() {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.writeBytes(MODULE_START);
    pickle.writeBytes("__torch__\nKernel\n".getBytes(UTF_8));
    pickle.writeBytes(ATTRIBUTES_START);
    pickle.writeBytes("training".getBytes(UTF_8));
    pickle.writeBytes(ATTRIBUTES_END);
    return pickle.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry("kernel/" + name);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
