package io.dyad.graph.heterogeneous;

import io.dyad.api.ConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Counts the paths along sequences of node types: products of incidences, each half by itself. */
final class MetaPaths {
  private final HeterogeneousData data;
  private final String place;
  private final Map<List<String>, CountMatrix> halves = new HashMap<>();

  /**
   * @param place where meta-paths are configured, for messages
   */
  MetaPaths(HeterogeneousData data, String place) {
    this.data = data;
    this.place = place;
  }

  /**
   * Returns the counts of paths between target nodes, a row where they begin.
   *
   * @throws ConfigurationException if the path is empty, begins or ends elsewhere, or takes a way
   *     that the data do not have
   */
  CountMatrix counts(String name, List<String> path) {
    String where = place + "." + name + ".path";
    check(where, path);
    if (!path.get(0).equals(data.target()) || !path.get(path.size() - 1).equals(data.target())) {
      throw new ConfigurationException(
          "%s = %s does not lead from %s to %s; a meta-path begins and ends at the target type"
              .formatted(where, path, data.target(), data.target()));
    }
    return product(where, path);
  }

  /** Returns 1 for each target node and each node that one of its paths reaches. */
  CountMatrix reached(String name, List<String> way) {
    String where = place + "." + name + ".contexts";
    check(where, way);
    if (!way.get(0).equals(data.target())) {
      throw new ConfigurationException(
          "%s: %s does not begin at the target type %s".formatted(where, way, data.target()));
    }
    return product(where, way).binarised();
  }

  private void check(String where, List<String> path) {
    if (path.size() < 2) {
      throw new ConfigurationException(
          "%s = %s leads nowhere; name the node types on the way, such as [paper, author, paper]"
              .formatted(where, path));
    }
    for (String type : path) {
      if (!data.features().containsKey(type)) {
        throw new ConfigurationException(
            "%s = %s: there is no node type \"%s\"; there are %s"
                .formatted(where, path, type, Nearest.to(type, data.features().keySet())));
      }
    }
  }

  /** Only halves are kept: several meta-paths share them, and wholes are large. */
  private CountMatrix product(String where, List<String> path) {
    if (path.size() == 2) {
      return incidence(where, path.get(0), path.get(1));
    }
    int middle = path.size() / 2;
    return half(where, path.subList(0, middle + 1))
        .times(half(where, path.subList(middle, path.size())));
  }

  private CountMatrix half(String where, List<String> path) {
    CountMatrix known = halves.get(path);
    if (known == null) {
      known = product(where, path);
      halves.put(List.copyOf(path), known);
    }
    return known;
  }

  private CountMatrix incidence(String where, String from, String to) {
    for (Incidence incidence : data.incidences()) {
      if (incidence.from().equals(from) && incidence.to().equals(to)) {
        return incidence.matrix();
      }
      if (incidence.from().equals(to) && incidence.to().equals(from)) {
        return incidence.matrix().transposed();
      }
    }
    throw new ConfigurationException(
        "%s: no relation joins %s and %s; %s is joined with %s"
            .formatted(where, from, to, from, neighbours(from)));
  }

  /** Returns the types that relations join with one. */
  private List<String> neighbours(String type) {
    TreeSet<String> joined = new TreeSet<>();
    for (Incidence incidence : data.incidences()) {
      if (incidence.from().equals(type)) {
        joined.add(incidence.to());
      }
      if (incidence.to().equals(type)) {
        joined.add(incidence.from());
      }
    }
    return List.copyOf(joined);
  }
}
