package io.dyad.graph.gcool;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.View;
import io.dyad.toolkit.view.GraphView;
import java.util.ArrayList;
import java.util.List;

/**
 * Views of the same nodes and which of them are compared, as positions: each anchor of a contrast
 * with each of its keys that is another view. The relation is not looked at.
 *
 * @param rows the addresses of the views
 * @param graphs the graph of each
 * @param first the position of the one view of each pair
 * @param second the position of the other
 */
record GraphPairs(List<Rows> rows, List<GraphView> graphs, long[] first, long[] second) {
  static GraphPairs of(Encoded encoded, Pairs pairs) {
    List<Rows> rows = new ArrayList<>();
    List<long[]> positions = new ArrayList<>();
    for (Contrast contrast : pairs.contrasts()) {
      for (Rows anchor : contrast.anchors()) {
        for (Rows key : contrast.keys()) {
          if (!key.equals(anchor)) {
            positions.add(new long[] {position(anchor, rows), position(key, rows)});
          }
        }
      }
    }
    if (positions.isEmpty()) {
      throw new ConfigurationException(
          "communities needs an anchor and another view as its key, but the pair sampler gave none;"
              + " set pairs = cross-view, with two views or more");
    }
    return new GraphPairs(
        rows,
        rows.stream().map(each -> graph(each, encoded)).toList(),
        positions.stream().mapToLong(pair -> pair[0]).toArray(),
        positions.stream().mapToLong(pair -> pair[1]).toArray());
  }

  private static int position(Rows rows, List<Rows> all) {
    if (!all.contains(rows)) {
      all.add(rows);
    }
    return all.indexOf(rows);
  }

  private static GraphView graph(Rows rows, Encoded encoded) {
    if (rows.view().isEmpty() || rows.index().isPresent()) {
      throw new ConfigurationException(
          "communities compares views of all nodes, but the pairs name " + rows);
    }
    View view = encoded.views().get(rows.view()).view();
    if (!(view instanceof GraphView graph)) {
      throw new ConfigurationException(
          "communities reads the edges of views, but %s is a %s; set views = graph-augment or relations"
              .formatted(rows.view(), view.getClass().getSimpleName()));
    }
    long samples = encoded.get(rows).getShape().get(0);
    if (graph.selected().isPresent() || samples != graph.nodes()) {
      throw new ConfigurationException(
          "communities needs a row for each of the %d nodes in their order, but %s has %d selected ones"
              .formatted(graph.nodes(), rows.view(), samples));
    }
    if (samples < 2) {
      throw new ConfigurationException(
          "communities needs two or more nodes, but %s has %d".formatted(rows.view(), samples));
    }
    return graph;
  }
}
