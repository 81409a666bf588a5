package io.dyad.graph.heterogeneous;

import io.dyad.api.DataException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file, packed by gzip or not, whose first line names the columns. */
final class CsvFile {
  private static final int CHUNK = 1 << 16;

  private CsvFile() {}

  /**
   * Hands over the names of the columns, then each row.
   *
   * @throws DataException if the file cannot be read or a row has another number of cells; the
   *     message names file and row
   */
  static void read(Path file, Consumer<List<String>> header, Consumer<CsvRow> row) {
    try (InputStream bytes = opened(file);
        Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      List<String> names = List.of();
      for (CSVRecord cells : parser) {
        if (names.isEmpty()) {
          names = cells.stream().map(String::strip).toList();
          header.accept(names);
        } else {
          row.accept(CsvRow.of(file, parser.getCurrentLineNumber(), names, cells));
        }
      }
      if (names.isEmpty()) {
        throw new DataException(file.toAbsolutePath() + " is empty; its first line names columns");
      }
    } catch (IOException | UncheckedIOException e) {
      throw new DataException(
          "%s cannot be read: %s".formatted(file.toAbsolutePath(), e.getMessage()), e);
    }
  }

  private static InputStream opened(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), CHUNK);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, CHUNK) : bytes;
  }
}
