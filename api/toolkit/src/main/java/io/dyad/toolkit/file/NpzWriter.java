package io.dyad.toolkit.file;

import io.dyad.api.Stable;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes {@code .npz} content to a stream, array after array; NumPy's {@code load} reads it. Equal
 * arrays give equal bytes: no time of writing is kept.
 *
 * @since 0.1
 */
@Stable
public final class NpzWriter implements Closeable {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final Charset CHARACTERS = Charset.forName("UTF-32LE");

  private final ZipOutputStream zip;

  /**
   * Creates a writer; closing it does not close the stream.
   *
   * @param compressed costs time; worth it for images and labels, not for real numbers
   */
  public NpzWriter(OutputStream stream, boolean compressed) {
    zip = new ZipOutputStream(new Uncloseable(stream));
    zip.setLevel(compressed ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
  }

  /** Writes an array. */
  public void write(String name, NpyArray array) throws IOException {
    try (OutputStream data = begin(name, array.type(), array.shape())) {
      WritableByteChannel channel = Channels.newChannel(data);
      channel.write(array.data());
    }
  }

  /**
   * Begins an array of any size and returns the stream to write its elements to, little-endian and
   * in C order; close it before the next array.
   */
  public OutputStream begin(String name, String type, long... shape) throws IOException {
    return entry(name, NpyType.ofTitle(type).descriptor(), shape);
  }

  /**
   * Writes texts as an array of NumPy's own kind, of as many characters each as the longest has.
   *
   * @since 0.1
   */
  public void write(String name, List<String> texts) throws IOException {
    int longest =
        texts.stream().mapToInt(text -> text.codePointCount(0, text.length())).max().orElse(0);
    int width = Math.max(1, longest);
    try (OutputStream data = entry(name, "<U" + width, texts.size())) {
      for (String text : texts) {
        data.write(Arrays.copyOf(text.getBytes(CHARACTERS), width * Integer.BYTES));
      }
    }
  }

  private OutputStream entry(String name, String descriptor, long... shape) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    NpyHeader.write(zip, descriptor, shape);
    return new Uncloseable(zip) {
      @Override
      public void close() throws IOException {
        zip.closeEntry();
      }
    };
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Passes whole blocks on, which {@link FilterOutputStream} by itself does byte by byte. */
  private static class Uncloseable extends FilterOutputStream {
    Uncloseable(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
