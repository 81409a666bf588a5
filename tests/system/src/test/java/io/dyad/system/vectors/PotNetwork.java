package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.Network;
import io.dyad.api.View;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.graph.encoder.GraphConvolutions;
import io.dyad.toolkit.kernel.Scalars;
import io.dyad.toolkit.view.GraphView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recorded encoder and projector. */
final class PotNetwork implements Network, GraphConvolutions {
  private final VectorCase vector;
  private final Harness harness;
  private final Map<String, NDArray> leaves = new LinkedHashMap<>();

  PotNetwork(VectorCase vector, Harness harness) {
    this.vector = vector;
    this.harness = harness;
    vector
        .inputs()
        .forEach(
            (name, array) -> {
              if (name.startsWith("gcn") || name.startsWith("fc") || name.equals("prelu")) {
                leaves.put(name, harness.leaf(array.shape(), array.data()));
              }
            });
  }

  Map<String, NDArray> leaves() {
    return leaves;
  }

  NDArray constant(String input) {
    RecordedArray recorded = vector.input(input);
    return harness.constant(recorded.shape(), recorded.data());
  }

  GraphView graph(String adjacency) {
    double[] entries = vector.input(adjacency).data();
    int nodes = (int) vector.input(adjacency).shape().get(0);
    List<Long> sources = new ArrayList<>();
    List<Long> targets = new ArrayList<>();
    for (long target = 0; target < nodes; target++) {
      for (long source = 0; source < nodes; source++) {
        if (entries[(int) (source * nodes + target)] != 0) {
          sources.add(source);
          targets.add(target);
        }
      }
    }
    sources.addAll(targets);
    return GraphView.of(
        constant("x"),
        harness
            .manager()
            .create(sources.stream().mapToLong(Long::longValue).toArray())
            .reshape(2, targets.size()));
  }

  NDArray projection(NDArray rows) {
    NDArray hidden = rows.matMul(leaf("fc1_weight").transpose()).add(leaf("fc1_bias"));
    return Activation.elu(hidden, 1).matMul(leaf("fc2_weight").transpose()).add(leaf("fc2_bias"));
  }

  NDArray representation(GraphView graph) {
    NDArray rows = graph.features();
    for (int layer = 0; layer < 2; layer++) {
      rows = activate(propagate(rows.matMul(weight(layer)), graph).add(bias(layer).orElseThrow()));
    }
    return rows;
  }

  @Override
  public NDArray propagate(NDArray rows, GraphView graph) {
    int nodes = (int) graph.nodes();
    NDArray dense = rows.getManager().eye(nodes).toType(rows.getDataType(), false);
    long[] edges = graph.edges().toLongArray();
    double[] entries = new double[nodes * nodes];
    for (int edge = 0; edge < edges.length / 2; edge++) {
      entries[(int) (edges[edge + edges.length / 2] * nodes + edges[edge])] = 1;
    }
    dense = dense.add(harness.constant(new Shape(nodes, nodes), entries));
    NDArray root = dense.sum(new int[] {1}, true).sqrt();
    return dense.div(root).div(root.transpose()).matMul(rows);
  }

  @Override
  public NDArray activate(NDArray numbers) {
    NDArray zero = Scalars.of(numbers, 0);
    NDArray positive = numbers.maximum(zero);
    return leaves.containsKey("prelu")
        ? positive.add(numbers.minimum(zero).mul(leaf("prelu")))
        : positive;
  }

  @Override
  public double slope() {
    return leaves.containsKey("prelu")
        ? leaf("prelu").toType(ai.djl.ndarray.types.DataType.FLOAT64, false).toDoubleArray()[0]
        : 0;
  }

  @Override
  public int layers() {
    return 2;
  }

  @Override
  public NDArray weight(int layer) {
    return leaf("gcn" + (layer + 1) + "_weight").transpose();
  }

  @Override
  public Optional<NDArray> bias(int layer) {
    return Optional.of(leaf("gcn" + (layer + 1) + "_bias"));
  }

  @Override
  public io.dyad.graph.encoder.Activation activation() {
    return leaves.containsKey("prelu")
        ? io.dyad.graph.encoder.Activation.PRELU
        : io.dyad.graph.encoder.Activation.RELU;
  }

  @Override
  public boolean activatesLast() {
    return true;
  }

  @Override
  public String name() {
    return MAIN;
  }

  @Override
  public Embeddings apply(View view, Context context) {
    return Embeddings.of(representation((GraphView) view));
  }

  @Override
  public <C> Optional<C> as(Class<C> capability) {
    return Optional.of(this).filter(capability::isInstance).map(capability::cast);
  }

  private NDArray leaf(String name) {
    return java.util.Objects.requireNonNull(leaves.get(name), name);
  }
}
