package io.dyad.graph.heterogeneous;

import io.dyad.api.DataException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of a CSV file.
 *
 * @param line where it ends in the file, from 1
 * @param names the columns
 */
record CsvRow(Path file, long line, List<String> names, CSVRecord cells) {
  static CsvRow of(Path file, long line, List<String> names, CSVRecord cells) {
    CsvRow row = new CsvRow(file, line, names, cells);
    if (cells.size() != names.size()) {
      throw row.wrong(
          "has %d cells, but there are %d columns".formatted(cells.size(), names.size()));
    }
    return row;
  }

  /** Returns a whole number from 0 on. */
  int id(int column) {
    String cell = text(column);
    try {
      int id = Integer.parseInt(cell);
      if (id >= 0) {
        return id;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number below 0 is.
    }
    throw wrong("%s must be an id from 0 on, got \"%s\"".formatted(names.get(column), cell));
  }

  /** Returns a finite number. */
  double number(int column) {
    String cell = text(column);
    try {
      double number = Double.parseDouble(cell);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is not finite is.
    }
    throw wrong("%s must be a finite number, got \"%s\"".formatted(names.get(column), cell));
  }

  String text(int column) {
    return cells.get(column).strip();
  }

  /** Returns an error that names file and row. */
  DataException wrong(String what) {
    return new DataException("%s, line %d: %s".formatted(file.toAbsolutePath(), line, what));
  }
}
