package io.dyad.graph.source;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which node a field of a file means: a number, or a name of the user's. */
final class Nodes {
  private final int count;
  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Nodes(int count, List<String> names) {
    this.count = count;
    this.names = names;
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), i);
    }
  }

  /** Returns nodes known as 0 to {@code count - 1}. */
  static Nodes numbered(int count) {
    return new Nodes(count, List.of());
  }

  /** Returns nodes known by names, which are unique. */
  static Nodes named(List<String> names) {
    return new Nodes(names.size(), List.copyOf(names));
  }

  int count() {
    return count;
  }

  Optional<List<String>> names() {
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  /** Returns the number of the node that a field means, or -1 after adding a mistake. */
  int find(CsvRecord row, int column, Mistakes mistakes) {
    String field = row.getField(column).strip();
    if (!names.isEmpty()) {
      Integer number = numbers.get(field);
      if (number == null) {
        mistakes.add(
            row.getStartingLineNumber(),
            "there is no node \"%s\" among the %d nodes that have features"
                .formatted(field, count));
      }
      return number == null ? -1 : number;
    }
    int number = Numbers.integer(field);
    if (number < 0 || number >= count) {
      mistakes.add(
          row.getStartingLineNumber(),
          "there is no node %s; nodes are numbered 0 to %d".formatted(field, count - 1));
      return -1;
    }
    return number;
  }
}
