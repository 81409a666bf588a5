package io.dyad.graph.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.DataException;
import io.dyad.api.Setup;
import io.dyad.api.View;
import io.dyad.toolkit.view.GraphView;

/** What an encoder of graphs takes, read from the example view and checked at every call. */
final class GraphInput {
  private final String encoder;
  private final DataType type;
  private final long width;

  private GraphInput(String encoder, DataType type, long width) {
    this.encoder = encoder;
    this.type = type;
    this.width = width;
  }

  /** Graphs with as many features as the example. */
  static GraphInput of(String encoder, Setup setup) {
    View example =
        setup
            .example()
            .orElseThrow(
                () -> new IllegalStateException(setup.name() + " was given no example view"));
    return new GraphInput(
        encoder, setup.dataType(), graph(encoder, example).features().getShape().get(1));
  }

  /** Returns how many features a node has. */
  long width() {
    return width;
  }

  /** Returns the graph, its features and weights in the type of the parameters. */
  GraphView read(View view) {
    GraphView graph = graph(encoder, view);
    if (graph.features().getShape().get(1) != width) {
      throw new DataException(
          String.format(
              "encoder \"%s\" takes %d features a node, but the graph has %s",
              encoder, width, graph.features().getShape()));
    }
    GraphView typed = GraphView.of(typed(graph.features()), graph.edges());
    if (graph.weights().isPresent()) {
      typed = typed.weights(typed(graph.weights().get()));
    }
    return graph.selected().isPresent() ? typed.select(graph.selected().get()) : typed;
  }

  /** Returns the weights of the edges as a list of one array, or of none where all are 1. */
  static NDList weights(GraphView graph) {
    return graph.weights().map(NDList::new).orElseGet(NDList::new);
  }

  /** Returns the nodes that are samples as a list of one array, or of none where all are. */
  static NDList selected(GraphView graph) {
    return graph.selected().map(NDList::new).orElseGet(NDList::new);
  }

  private NDArray typed(NDArray array) {
    return array.toType(type, false);
  }

  private static GraphView graph(String encoder, View view) {
    if (view instanceof GraphView graph) {
      return graph;
    }
    throw new DataException(
        String.format(
            "encoder \"%s\" takes a GraphView, but the view is a %s; choose an encoder for that"
                + " kind, or \"multiplex\" for several graphs of the same nodes",
            encoder, view.getClass().getSimpleName()));
  }
}
