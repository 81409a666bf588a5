package io.dyad.graph.source;

import io.dyad.api.DataException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads edges, labels and splits of nodes that are known. */
final class NodeTables {
  private NodeTables() {}

  static long[][] edges(CsvFile file, Nodes nodes, boolean directed, SelfLoops loops) {
    Edges edges = new Edges(nodes.count(), directed);
    file.read(
        2,
        (row, mistakes) -> {
          int source = nodes.find(row, 0, mistakes);
          int target = nodes.find(row, 1, mistakes);
          if (source < 0 || target < 0 || (source == target && loops == SelfLoops.DROP)) {
            return;
          }
          if (source == target && loops == SelfLoops.REFUSE) {
            mistakes.add(
                row.getStartingLineNumber(),
                "leads from node %s to itself, which self-loops = refuse does not take"
                    .formatted(row.getField(0)));
          }
          edges.add(source, target);
        });
    return edges.sorted();
  }

  /** Returns a class a node; classes that are words are numbered in the order of the alphabet. */
  static long[] labels(CsvFile file, Nodes nodes) {
    Set<String> words = new TreeSet<>();
    file.read(2, (row, mistakes) -> words.add(row.getField(1).strip()));
    boolean numbers = words.stream().allMatch(word -> word.isEmpty() || isClass(word));
    Map<String, Long> classes = new LinkedHashMap<>();
    words.stream()
        .filter(word -> !word.isEmpty())
        .forEach(word -> classes.put(word, numbers ? Long.parseLong(word) : (long) classes.size()));
    NodeColumns table =
        new NodeColumns(nodes, -1, word -> classes.getOrDefault(word, -1L), "a class");
    file.read(2, table);
    return table.columns().values().iterator().next();
  }

  private static boolean isClass(String word) {
    return Numbers.integer(word) >= -1;
  }

  /** Adds a target for each column of a file of splits. */
  static void splits(CsvFile file, Nodes nodes, Map<String, long[]> targets) {
    NodeColumns table =
        new NodeColumns(
            nodes, 3, NodeTables::part, "train, val, test or none, or a number from 0 to 3");
    file.read(2, table);
    table
        .columns()
        .forEach(
            (column, values) -> {
              String name = "split." + (column.equals("split") ? nameOf(file.path()) : column);
              if (targets.put(name, values) != null) {
                throw new DataException(
                    file.path() + ": another file has a split \"" + name + "\", too");
              }
            });
  }

  private static String nameOf(Path path) {
    String stem = path.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
    String name = stem.replaceFirst("^splits?[-_]?", "");
    return name.isEmpty() ? "public" : name;
  }

  private static long part(String field) {
    return switch (field) {
      case "train", "0" -> 0;
      case "val", "validation", "1" -> 1;
      case "test", "2" -> 2;
      case "none", "", "3" -> 3;
      default -> Long.MIN_VALUE;
    };
  }
}
