package io.dyad.graph.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
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
import java.util.zip.GZIPInputStream;

/** A table in a CSV file, plain or (by its ending {@code .gz}) compressed. */
record CsvFile(Path path, boolean header) {
  private static final int MOST_COLUMNS = 1 << 20;
  private static final int MOST_CHARACTERS = 1 << 26;

  /** What reads a table row by row; mistakes are added to the given ones. */
  interface Rows {
    /** Reads the names of the columns, if there is a header; may refuse them. */
    default void header(List<String> columns, Mistakes mistakes) {}

    void row(CsvRecord row, Mistakes mistakes);
  }

  /**
   * Reads the table.
   *
   * @param leastColumns rows with fewer are mistakes, as are those longer or shorter than the first
   * @throws DataException naming file and line of what is wrong
   */
  void read(int leastColumns, Rows rows) {
    Mistakes mistakes = new Mistakes(path);
    try (Reader text = open();
        CsvReader<CsvRecord> table =
            CsvReader.builder()
                .detectBomHeader(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(
                    CsvRecordHandler.builder()
                        .maxFields(MOST_COLUMNS)
                        .maxRecordSize(MOST_CHARACTERS)
                        .build(),
                    text)) {
      int columns = 0;
      for (CsvRecord row : table) {
        if (columns == 0) {
          columns = row.getFieldCount();
          if (columns < leastColumns) {
            mistakes.add(
                row.getStartingLineNumber(),
                "has %d columns; at least %d are needed, divided by commas"
                    .formatted(columns, leastColumns));
            break;
          }
          if (header) {
            rows.header(row.getFields().stream().map(String::strip).toList(), mistakes);
            mistakes.check();
            continue;
          }
        }
        if (row.getFieldCount() == columns) {
          rows.row(row, mistakes);
        } else {
          mistakes.add(
              row.getStartingLineNumber(),
              "has %d columns, the first line %d".formatted(row.getFieldCount(), columns));
        }
      }
      if (columns == 0) {
        mistakes.add("is empty");
      }
    } catch (CsvParseException | IOException | UncheckedIOException e) {
      throw new DataException("cannot read " + path + ": " + e.getMessage(), e);
    }
    mistakes.check();
  }

  private Reader open() throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    InputStream plain =
        path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    return new InputStreamReader(plain, StandardCharsets.UTF_8);
  }
}
