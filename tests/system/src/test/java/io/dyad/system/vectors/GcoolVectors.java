package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.graph.gcool.CommunitiesEquation;
import io.dyad.graph.gcool.CommunitiesOptions;
import io.dyad.toolkit.view.GraphView;
import java.util.ArrayList;
import java.util.List;

/** gCooL: both terms of a step from given projections, and the parts of the community term. */
public final class GcoolVectors implements VectorAdapter {
  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("gcool") && vector.inputs().containsKey("h1");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    NDArray first = leaf(vector, "h1", harness);
    NDArray second = leaf(vector, "h2", harness);
    List<GraphView> graphs = graphs(vector, List.of(first, second), harness);
    Outcome outcome = new Outcome();
    try (GcoolStep step = new GcoolStep(vector, harness)) {
      GcoolStep.Value value = step.evaluate(List.of(first, second), graphs);
      NDArray centers = step.centers();
      outcome
          .output("deca", value.deca())
          .output("node_contrast", value.node())
          .output("community_contrast", value.contrast())
          .output("alpha", value.alpha())
          .output("coef", value.coefficient())
          .output("loss", value.total());
      parts(List.of(first, second), graphs, centers, step.options(), harness, outcome);
      gradients(value.total(), "", harness, outcome, first, second, centers);
      gradients(value.node(), "_of_node_contrast", harness, outcome, first, second);
      gradients(value.contrast(), "_of_community_contrast", harness, outcome, first, second);
      outcome.gradient("center_of_deca", harness.gradients(value.deca(), centers).head());
    }
    return outcome;
  }

  private static void parts(
      List<NDArray> rows,
      List<GraphView> graphs,
      NDArray centers,
      CommunitiesOptions options,
      Harness harness,
      Outcome outcome) {
    CommunitiesEquation equation = new CommunitiesEquation(harness.kernels(), options);
    for (int view = 1; view <= 2; view++) {
      NDArray assignment = equation.assignment(rows.get(view - 1), centers);
      outcome
          .output("R" + view, assignment)
          .output("community_" + view, equation.numbers(assignment))
          .output("deca_" + view, equation.deca(assignment, graphs.get(view - 1)));
    }
  }

  private static void gradients(
      NDArray of, String suffix, Harness harness, Outcome outcome, NDArray... inputs) {
    List<String> names = List.of("h1", "h2", "center");
    NDList gradients = harness.gradients(of, inputs);
    for (int i = 0; i < inputs.length; i++) {
      outcome.gradient(names.get(i) + suffix, gradients.get(i));
    }
  }

  /** Returns graphs with the recorded adjacencies, {@code [source, target]}, and given features. */
  static List<GraphView> graphs(VectorCase vector, List<NDArray> features, Harness harness) {
    List<GraphView> graphs = new ArrayList<>();
    for (NDArray each : features) {
      RecordedArray recorded = vector.input("adjacency_" + (graphs.size() + 1));
      NDArray adjacency = harness.constant(recorded.shape(), recorded.data());
      NDArray edges = adjacency.nonzero().transpose();
      NDArray places = edges.get(0).mul(recorded.shape().get(1)).add(edges.get(1));
      NDArray weights = adjacency.flatten().get(new NDIndex("{}", places));
      graphs.add(GraphView.of(each, edges).weights(weights));
    }
    return graphs;
  }

  static NDArray leaf(VectorCase vector, String name, Harness harness) {
    RecordedArray recorded = vector.input(name);
    return harness.leaf(recorded.shape(), recorded.data());
  }
}
