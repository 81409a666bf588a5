package io.dyad.runtime.run;

import io.dyad.api.ConfigurationException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The files that embeddings can be exported to. */
public enum EmbeddingFormat {
  /**
   * NumPy archive: {@code embeddings} (N, D) float32, {@code ids}, {@code labels} (N) int64, {@code
   * names} (N) text.
   */
  NPZ(NpzEmbeddings::write),
  /** Text with a header: {@code id,name,label,e0,e1...}. */
  CSV(CsvEmbeddings::write),
  /**
   * Columns {@code id} (int64), {@code name} (text), {@code label} (int64), {@code e0}, {@code e1}
   * ... (float).
   */
  PARQUET(ParquetEmbeddings::write);

  private interface Writer {
    void write(Path path, EmbeddingTable table);
  }

  private final Writer writer;

  EmbeddingFormat(Writer writer) {
    this.writer = writer;
  }

  /**
   * Returns the format of a file.
   *
   * @param name such as {@code npz}; null takes it from the ending of the file
   * @throws ConfigurationException if there is none of that name or ending; the message lists them
   */
  public static EmbeddingFormat of(@Nullable String name, Path file) {
    String text = String.valueOf(file.getFileName());
    String wanted = name == null ? text.substring(text.lastIndexOf('.') + 1) : name;
    return Arrays.stream(values())
        .filter(format -> format.title().equals(wanted.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "no format \"%s\" for embeddings (%s); give --format, or a file that ends in one of %s"
                        .formatted(
                            wanted,
                            file,
                            Arrays.stream(values()).map(EmbeddingFormat::title).toList())));
  }

  /** Returns the name, which is the usual ending as well. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes a table, to a file that is there whole or not at all.
   *
   * @throws io.dyad.api.DyadException naming path and cause if it cannot be written
   */
  public void write(Path path, EmbeddingTable table) {
    writer.write(path, table);
  }
}
