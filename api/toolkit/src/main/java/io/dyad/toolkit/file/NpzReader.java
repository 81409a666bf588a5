package io.dyad.toolkit.file;

import io.dyad.api.DataException;
import io.dyad.api.Stable;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An open {@code .npz} file whose arrays are read one by one. Not for several threads at once.
 *
 * @since 0.1
 */
@Stable
public final class NpzReader implements Closeable {
  private static final String SUFFIX = ".npy";

  private final Path path;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries;

  private NpzReader(Path path, ZipFile zip, Map<String, ZipEntry> entries) {
    this.path = path;
    this.zip = zip;
    this.entries = entries;
  }

  /**
   * Opens a file; members that are no {@code .npy} are passed over.
   *
   * @throws DataException if it is missing, no zip file, or holds two arrays of one name
   */
  public static NpzReader open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new DataException(path + ": there is no such file");
    }
    try {
      ZipFile zip = new ZipFile(path.toFile());
      try {
        return new NpzReader(path, zip, entries(path, zip));
      } catch (RuntimeException failure) {
        zip.close();
        throw failure;
      }
    } catch (IOException cause) {
      throw new DataException(path + ": not a readable npz file: " + cause.getMessage(), cause);
    }
  }

  private static Map<String, ZipEntry> entries(Path path, ZipFile zip) {
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (name.endsWith(SUFFIX)
          && entries.put(name.substring(0, name.length() - SUFFIX.length()), entry) != null) {
        throw new DataException("%s: two arrays are called \"%s\"".formatted(path, name));
      }
    }
    return entries;
  }

  /** Returns the names of the arrays, in the order of the file. */
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /**
   * Returns the shape of an array without reading its data.
   *
   * @throws DataException if there is no such array or its header is not readable
   */
  public long[] shape(String name) {
    ZipEntry entry = entry(name);
    try (InputStream stream = zip.getInputStream(entry)) {
      return header(stream, entry).shape();
    } catch (IOException cause) {
      throw unreadable(entry, cause);
    }
  }

  /**
   * Reads an array of less than 2 GiB.
   *
   * @throws DataException naming file and array if there is none of that name, its type or order is
   *     not supported, or its size is not what the header says
   */
  public NpyArray read(String name) {
    ZipEntry entry = entry(name);
    try (InputStream stream = zip.getInputStream(entry)) {
      NpyHeader header = header(stream, entry);
      if (header.bytes() > Integer.MAX_VALUE - 8) {
        throw new DataException(
            "%s: %d bytes in one array; read it as a stream"
                .formatted(place(entry), header.bytes()));
      }
      byte[] data = new byte[(int) header.bytes()];
      int count = stream.readNBytes(data, 0, data.length);
      if (count != data.length) {
        throw new DataException(
            "%s: cut short: %d of %d bytes".formatted(place(entry), count, data.length));
      }
      return new NpyArray(header.type().title(), header.shape(), ByteBuffer.wrap(data));
    } catch (IOException cause) {
      throw unreadable(entry, cause);
    }
  }

  /**
   * Returns the data of an array of any size as a stream, little-endian and in C order.
   *
   * @throws DataException as {@link #read}
   */
  public InputStream stream(String name) {
    ZipEntry entry = entry(name);
    try {
      InputStream stream = new BufferedInputStream(zip.getInputStream(entry));
      header(stream, entry);
      return stream;
    } catch (IOException cause) {
      throw unreadable(entry, cause);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException cause) {
      throw new DataException(path + ": " + cause.getMessage(), cause);
    }
  }

  private NpyHeader header(InputStream stream, ZipEntry entry) throws IOException {
    NpyHeader header = NpyHeader.read(stream, place(entry));
    new ClaimedSize(place(entry), entry.getSize())
        .mustFit(
            entry.getCompressedSize(), Files.size(path), entry.getMethod() == ZipEntry.DEFLATED)
        .mustHold(header.bytes(), header.length());
    return header;
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw new DataException(
          "%s: there is no array \"%s\"; it holds %s".formatted(path, name, entries.keySet()));
    }
    return entry;
  }

  private String place(ZipEntry entry) {
    return path + " (" + entry.getName() + ")";
  }

  private DataException unreadable(ZipEntry entry, IOException cause) {
    return new DataException(place(entry) + ": damaged: " + cause.getMessage(), cause);
  }
}
