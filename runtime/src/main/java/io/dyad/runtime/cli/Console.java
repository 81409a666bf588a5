package io.dyad.runtime.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine;

/**
 * Where commands write, and where the user keeps plugins.
 *
 * @param out results
 * @param err warnings and failures
 * @param pluginFolders beside the class path
 */
record Console(PrintWriter out, PrintWriter err, PluginFolders pluginFolders) {
  static Console of(CommandLine command) {
    DyadCommand root = (DyadCommand) command.getCommandSpec().root().userObject();
    return new Console(command.getOut(), command.getErr(), root.pluginFolders());
  }

  void print(String line) {
    out.println(line);
  }

  void warn(String line) {
    err.println(line);
  }

  /** Prints rows with their columns aligned; the last column may be long. */
  void table(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths =
        IntStream.range(0, columns)
            .map(
                column ->
                    rows.stream()
                        .filter(row -> column < row.size())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
            .toArray();
    rows.forEach(row -> print(line(row, widths)));
  }

  void json(Object value) {
    try {
      print(
          new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result cannot be written as JSON", e);
    }
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
