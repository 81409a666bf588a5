package io.dyad.graph.source;

import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a folder with {@code edges.csv}, {@code features.csv}, and more if it is there. */
final class GraphFolder {
  private final Path folder;
  private final GraphOptions options;

  GraphFolder(Path folder, GraphOptions options) {
    this.folder = folder;
    this.options = options;
  }

  GraphData read() {
    CsvFile edges = required("edges");
    CsvFile featureFile = required("features");
    Optional<CsvFile> labels = find("labels");
    Optional<Integer> known = options.nodes().or(() -> labels.map(GraphFolder::rows));
    FeatureTable table = new FeatureTable(false, options.normalize(), known);
    featureFile.read(2, table);
    Features features = table.features();
    int count = known.orElse(features.rows());
    if (count == 0) {
      throw new DataException(featureFile.path() + ": the graph has no node");
    }
    if (!table.isSparse() && table.names().size() != count) {
      throw new DataException(
          "%s: has features of %d nodes, the graph has %d"
              .formatted(featureFile.path(), table.names().size(), count));
    }
    if (options.normalize() == Normalization.ROWS) {
      features.normalizeRows();
    }
    Nodes nodes = Nodes.numbered(count);
    Map<String, long[]> targets = new LinkedHashMap<>();
    labels.ifPresent(file -> targets.put("label", NodeTables.labels(file, nodes)));
    for (Path split : splits()) {
      NodeTables.splits(new CsvFile(split, true), nodes, targets);
    }
    return new GraphData(
        nodes,
        features,
        NodeTables.edges(edges, nodes, options.directed(), options.selfLoops()),
        targets);
  }

  private static int rows(CsvFile file) {
    int[] rows = new int[1];
    file.read(2, (row, mistakes) -> rows[0]++);
    return rows[0];
  }

  private CsvFile required(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new DataException(
                    "%s has no %s.csv or %s.csv.gz; a graph needs edges and features, labels and split*.csv may be there"
                        .formatted(folder.toAbsolutePath(), name, name)));
  }

  private Optional<CsvFile> find(String name) {
    return Stream.of(name + ".csv", name + ".csv.gz")
        .map(folder::resolve)
        .filter(Files::exists)
        .map(file -> new CsvFile(file, true))
        .findFirst();
  }

  private List<Path> splits() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("split.*\\.csv(\\.gz)?"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DataException("cannot read the folder " + folder + ": " + e, e);
    }
  }
}
