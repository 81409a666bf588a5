package io.dyad.graph.heterogeneous;

import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a folder of {@code rel_A_B}, {@code features_A}, {@code labels} and {@code splits}, each
 * {@code .csv} or {@code .csv.gz}. Types without features get one of its own for each node.
 */
final class HeterogeneousFolder {
  private static final Pattern FILE = Pattern.compile("(rel|features|labels|splits?)(_.+)?");

  private final Path folder;
  private final String target;
  private final List<PairFile.Pairs> pairs = new ArrayList<>();
  private final Map<String, FeatureTable> features = new TreeMap<>();
  private final List<TargetFile.Known> splits = new ArrayList<>();
  private final List<TargetFile.Known> labels = new ArrayList<>();

  private HeterogeneousFolder(Path folder, String target) {
    this.folder = folder;
    this.target = target;
  }

  /**
   * Returns the graph of a folder.
   *
   * @param target the type that labels and splits speak of
   * @param nodes how many nodes types have, where it is said
   * @throws DataException naming file and row of what is wrong
   */
  static HeterogeneousData read(Path folder, String target, Map<String, Integer> nodes) {
    HeterogeneousFolder reader = new HeterogeneousFolder(folder, target);
    reader.readAll();
    return reader.data(nodes);
  }

  private void readAll() {
    try (Stream<Path> files = Files.list(folder)) {
      files.sorted().forEach(this::read);
    } catch (IOException e) {
      throw new DataException(
          "%s cannot be read: %s".formatted(folder.toAbsolutePath(), e.getMessage()), e);
    }
    if (pairs.isEmpty()) {
      throw new DataException(
          "%s has no file rel_A_B.csv or rel_A_B.csv.gz, which joins nodes of types A and B"
              .formatted(folder.toAbsolutePath()));
    }
  }

  private void read(Path file) {
    String name = file.getFileName().toString();
    Matcher matcher = FILE.matcher(name.replaceFirst("\\.csv(\\.gz)?$", ""));
    if (!name.matches(".*\\.csv(\\.gz)?") || !matcher.matches()) {
      return;
    }
    switch (matcher.group(1)) {
      case "rel" -> pairs.add(PairFile.read(file));
      case "features" -> features.put(matcher.group(2).substring(1), FeatureFile.read(file));
      case "labels" -> labels.add(TargetFile.labels(file));
      default -> splits.add(TargetFile.splits(file));
    }
  }

  private HeterogeneousData data(Map<String, Integer> given) {
    Map<String, Integer> nodes = nodes(given);
    List<Incidence> incidences = pairs.stream().map(each -> each.incidence(nodes)).toList();
    Map<String, FeatureTable> all = new LinkedHashMap<>();
    all.put(target, table(target, nodes));
    nodes.keySet().forEach(type -> all.putIfAbsent(type, table(type, nodes)));
    Map<String, long[]> targets = new LinkedHashMap<>();
    labels.forEach(known -> targets.putAll(known.of(nodes.getOrDefault(target, 0), -1)));
    splits.forEach(known -> targets.putAll(known.of(nodes.getOrDefault(target, 0), 3)));
    return new HeterogeneousData(target, all, incidences, targets);
  }

  private FeatureTable table(String type, Map<String, Integer> nodes) {
    FeatureTable table = features.get(type);
    int count = nodes.getOrDefault(type, 0);
    if (table == null) {
      return FeatureTable.oneHot(count);
    }
    if (table.rowCount() > count) {
      throw new DataException(
          "%s: features_%s has %d rows, but there are %d nodes of that type"
              .formatted(folder.toAbsolutePath(), type, table.rowCount(), count));
    }
    return table.of(count);
  }

  /** What describes nodes says how many there are; relations do only where nothing else does. */
  private Map<String, Integer> nodes(Map<String, Integer> given) {
    Map<String, Integer> nodes = new TreeMap<>();
    for (PairFile.Pairs each : pairs) {
      for (String type : List.of(each.fromType(), each.toType())) {
        nodes.merge(type, each.highest(type) + 1, Math::max);
      }
    }
    known("the target", target, nodes);
    Map<String, Integer> described = new TreeMap<>();
    features.forEach((type, table) -> described.put(type, table.rowCount()));
    labels.forEach(known -> described.merge(target, known.highest() + 1, Math::max));
    described.putAll(given);
    described.forEach(
        (type, count) -> {
          known(given.containsKey(type) ? "nodes" : "features_" + type, type, nodes);
          nodes.put(type, count);
        });
    return nodes;
  }

  private void known(String who, String type, Map<String, Integer> nodes) {
    if (!nodes.containsKey(type)) {
      throw new DataException(
          "%s: %s speaks of node type \"%s\", which no relation joins; there are %s"
              .formatted(folder.toAbsolutePath(), who, type, Nearest.to(type, nodes.keySet())));
    }
  }
}
