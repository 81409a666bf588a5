package io.dyad.system.vectors;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Rows;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.Views;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.InBatchPairs;
import io.dyad.contract.harness.SampleData;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.graph.pot.AdjacencyBounds;
import io.dyad.graph.pot.Compactness;
import io.dyad.graph.pot.CompactnessEquation;
import io.dyad.graph.pot.PotProvider;
import io.dyad.graph.pot.TwoConvolutions;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.draws.GivenDraws;
import io.dyad.toolkit.view.GraphView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** POT over GRACE, and what its bound is made of. */
public final class PotVectors implements VectorAdapter {
  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("pot");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    PotNetwork network = new PotNetwork(vector, harness);
    GraphView clean = network.graph("adjacency");
    List<GraphView> views = List.of(network.graph("adjacency_1"), network.graph("adjacency_2"));
    List<NDArray> rows = views.stream().map(network::representation).toList();
    LossValue value = loss(vector, harness, network, clean, encoded(network, clean, views, rows));
    NDArray base = requireNonNull(value.terms().get("loss"));
    NDArray bound = requireNonNull(value.terms().get("bound"));
    Outcome outcome =
        new Outcome()
            .output("z1", rows.get(0))
            .output("z2", rows.get(1))
            .output("loss", value.total())
            .output("nce_loss", base)
            .output("pot_loss", bound);
    gradients(outcome, "", value.total(), network, harness);
    gradients(outcome, "_of_pot_loss", bound, network, harness);
    CompactnessEquation equation = new CompactnessEquation(harness.kernels());
    NDArray chosen = network.constant("node_list").toType(DataType.INT64, false);
    for (int view = 0; view < 2; view++) {
      double rate = vector.hyperparameters().number("drop_rate_" + (view + 1));
      AdjacencyBounds bounds = AdjacencyBounds.of(clean, rate, harness.manager());
      adjacency(outcome, "_" + (view + 1), equation, bounds, clean, chosen);
      Compactness made =
          equation.of(
              TwoConvolutions.of(network, "pot").on(clean),
              bounds,
              clean.edges(),
              views.get(view).edges(),
              rows.get(1 - view),
              chosen);
      parts(outcome, "_" + (view + 1), made, network, equation);
    }
    return outcome;
  }

  private static LossValue loss(
      VectorCase vector, Harness harness, PotNetwork network, GraphView clean, Encoded encoded) {
    long[] all = LongStream.range(0, clean.nodes()).toArray();
    SampleData data =
        SampleData.of(
            Map.of(Data.TRAIN, clean.nodes()),
            (split, ids, context) -> Batch.of(all, clean, Targets.NONE));
    HarnessContext context =
        harness.context().with(GivenDraws.of(Map.of("nodes", order(vector, network, all))));
    try (Subject<Loss> pot =
        Subject.of(new PotProvider(), settings(vector), harness.setup().with(network))) {
      try (GradientMode ignored = GradientMode.disabled()) {
        pot.each(part -> part.start(data, context));
      }
      return pot.component()
          .evaluate(
              encoded, InBatchPairs.pattern(encoded, Embeddings.PROJECTION, context), context);
    }
  }

  private static String settings(VectorCase vector) {
    Hyperparameters given = vector.hyperparameters();
    given.implied("activation");
    given.implied("negative_slope");
    given.implied("weight_layout");
    given.implied("adjacency_layout");
    return """
        kappa = %s, nodes = %d, drops.rates = [%s, %s], loss { use = info-nce, temperature = %s }
        """
        .formatted(
            given.json("kappa"),
            vector.input("node_list").shape().get(0),
            given.json("drop_rate_1"),
            given.json("drop_rate_2"),
            given.json("tau"));
  }

  /** Returns a permutation of all nodes that begins with the recorded ones. */
  private static NDArray order(VectorCase vector, PotNetwork network, long[] all) {
    List<Long> order = new ArrayList<>();
    for (double node : vector.input("node_list").data()) {
      order.add((long) node);
    }
    for (long node : all) {
      if (!order.contains(node)) {
        order.add(node);
      }
    }
    return network
        .constant("x")
        .getManager()
        .create(order.stream().mapToLong(Long::longValue).toArray());
  }

  private static Encoded encoded(
      PotNetwork network, GraphView clean, List<GraphView> views, List<NDArray> rows) {
    Map<Rows, NDArray> made = new LinkedHashMap<>();
    List<TaggedView> tagged = new ArrayList<>();
    for (int view = 0; view < 2; view++) {
      String name = "view-" + (view + 1);
      made.put(Rows.of(name, Embeddings.REPRESENTATION), rows.get(view));
      made.put(Rows.of(name, Embeddings.PROJECTION), network.projection(rows.get(view)));
      tagged.add(TaggedView.of(name, views.get(view), Targets.NONE));
    }
    long[] ids = LongStream.range(0, clean.nodes()).toArray();
    return new GraphRows(
        FakeEncoded.of(made), Batch.of(ids, clean, Targets.NONE), Views.of(tagged));
  }

  private static void gradients(
      Outcome outcome, String of, NDArray value, PotNetwork network, Harness harness) {
    NDList gradients = harness.gradients(value, network.leaves().values().toArray(NDArray[]::new));
    int leaf = 0;
    for (String name : network.leaves().keySet()) {
      outcome.gradient(name + of, gradients.get(leaf++));
    }
  }

  private static void adjacency(
      Outcome outcome,
      String view,
      CompactnessEquation equation,
      AdjacencyBounds bounds,
      GraphView clean,
      NDArray chosen) {
    NDIndex rows = new NDIndex("{}", chosen);
    NDArray columns =
        chosen.oneHot((int) clean.nodes()).toType(bounds.scale().getDataType(), false).transpose();
    NDArray loops =
        chosen.oneHot((int) clean.nodes()).matMul(chosen.oneHot((int) clean.nodes()).transpose());
    outcome
        .output("a_upper" + view, equation.greatest(columns, bounds, clean.edges()).get(rows))
        .output(
            "a_lower" + view,
            loops.toType(bounds.sure().getDataType(), false).mul(bounds.sure().get(rows)));
  }

  private static void parts(
      Outcome outcome,
      String view,
      Compactness made,
      PotNetwork network,
      CompactnessEquation equation) {
    outcome
        .output("pot_loss" + view, equation.cost(made.score()))
        .output("node_compactness" + view, made.score())
        .output("preact1_lower" + view, made.firstLeast())
        .output("preact1_upper" + view, made.firstGreatest())
        .output("preact2_lower" + view, made.secondLeast())
        .output("preact2_upper" + view, made.secondGreatest())
        .output("w_cl" + view, made.direction())
        .output("w_tilde_1" + view, made.mappedWeights().matMul(network.weight(0).transpose()))
        .output("b_tilde_1" + view, made.mappedOffset())
        .output("w_tilde_2" + view, made.hiddenWeights())
        .output("b_tilde_2" + view, made.hiddenOffset());
  }
}
