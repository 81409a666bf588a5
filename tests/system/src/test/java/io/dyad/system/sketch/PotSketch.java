package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Network;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Spec;
import io.dyad.api.StepContext;
import io.dyad.toolkit.view.GraphView;
import java.util.Optional;

/**
 * POT: decorates another loss, looks inside the encoder, computes bounds once from the clean graph
 * and reads the edges that each view kept. One layer here; the second repeats the pattern.
 */
final class PotSketch {
  private PotSketch() {}

  /** What POT must know of an encoder. */
  interface LinearLayers {
    NDArray weight(int layer);

    NDArray bias(int layer);

    /** Returns the slope of the activation below zero, a plain number. */
    double slope();
  }

  record Options(
      @Doc("the loss that is made robust") Spec<Loss> base,
      @Doc("share of the bound in the total") @Default("0.4") double share,
      @Doc("edges a view may lose, as a share of a node's degree") @Default("0.4")
          double dropped) {}

  static final class CompactnessBound implements Loss {
    private final Options options;
    private final Loss base;
    private final Network network;
    private Optional<NDArray> upper = Optional.empty();
    private Optional<NDArray> lower = Optional.empty();

    CompactnessBound(Options options, Setup setup) {
      this.options = options;
      this.base = setup.create(options.base(), "base");
      this.network = setup.network(Network.MAIN);
    }

    @Override
    public void start(Data data, Context context) {
      GraphView clean = (GraphView) data.plain(data.batch(Data.TRAIN, 0, 0, context), context);
      NDArray adjacency = dense(clean, context.manager());
      NDArray degree = adjacency.sum(new int[] {1});
      NDArray lost = degree.sub(1).maximum(0).minimum(degree.mul(options.dropped()).round());
      NDArray scale = degree.add(1).sub(lost).pow(-0.5).expandDims(1);
      NDArray loops = context.manager().eye((int) clean.nodes());
      NDArray highest = scale.matMul(scale.transpose()).mul(adjacency.add(loops).gt(0));
      upper = Optional.of(context.keep(highest));
      lower = Optional.of(context.keep(loops.div(degree.add(1).expandDims(1))));
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray plain = base.evaluate(encoded, pairs, context).total();
      NDArray bound = view(encoded, "view-1", "view-2").add(view(encoded, "view-2", "view-1"));
      float share = (float) options.share();
      NDArray total = plain.mul(1 - share).add(bound.mul(share / 2));
      return LossValue.of(total).term("base", plain).term("bound", bound.div(2));
    }

    private NDArray view(Encoded encoded, String bounded, String other) {
      LinearLayers layers =
          network
              .as(LinearLayers.class)
              .orElseThrow(
                  () ->
                      new ConfigurationException(
                          "the bound needs an encoder of linear layers, and main is none"));
      GraphView kept = (GraphView) encoded.views().get(bounded).view();
      NDArray keys = Equations.unit(encoded.get(Rows.of(other, Embeddings.REPRESENTATION)));
      double others = keys.size(0) - 1;
      NDArray direction =
          keys.mul((others + 1) / others).sub(keys.sum(new int[] {0}, true).div(others));
      NDArray mapped = kept.features().matMul(layers.weight(0));
      NDArray middle = upper.orElseThrow().add(lower.orElseThrow()).div(2).matMul(mapped);
      NDArray spread = upper.orElseThrow().sub(lower.orElseThrow()).div(2).matMul(mapped.abs());
      NDArray high = middle.add(spread).add(layers.bias(0));
      NDArray low = middle.sub(spread).add(layers.bias(0));
      NDArray slope = relaxed(low, high, layers.slope());
      NDArray slack =
          high.mul(low).neg().div(high.sub(low).maximum(1e-12f)).mul(crossing(low, high));
      NDArray offset = slack.mul(direction.lt(0).toType(DataType.FLOAT32, false));
      NDArray weighted = slope.mul(direction);
      NDArray own = kept.features().mul(weighted.matMul(layers.weight(0).transpose()));
      NDArray score =
          dense(kept, keys.getManager())
              .matMul(own.sum(new int[] {1}, true))
              .squeeze(1)
              .add(weighted.mul(offset.add(layers.bias(0))).sum(new int[] {1}));
      return score.neg().exp().add(1).log().mean();
    }

    private static NDArray crossing(NDArray low, NDArray high) {
      return low.lt(0).logicalAnd(high.gt(0)).toType(DataType.FLOAT32, false);
    }

    /** Returns the slope of the linear bound of the activation between two pre-activations. */
    private static NDArray relaxed(NDArray low, NDArray high, double slope) {
      NDArray mixed = high.sub(low.mul(slope)).div(high.sub(low).maximum(1e-12f));
      NDArray active = low.gte(0).toType(DataType.FLOAT32, false);
      NDArray passive = high.lte(0).toType(DataType.FLOAT32, false);
      NDArray between = crossing(low, high);
      return active.add(passive.mul(slope)).add(between.mul(mixed));
    }
  }

  /** Returns the adjacency without loops: entry (source, target) is 1. */
  static NDArray dense(GraphView graph, NDManager manager) {
    long nodes = graph.nodes();
    NDArray cells = graph.edges().get(0).mul(nodes).add(graph.edges().get(1));
    NDArray flat = manager.zeros(new Shape(nodes * nodes));
    NDArray ones = manager.ones(cells.getShape());
    return flat.put(cells, ones).reshape(nodes, nodes);
  }
}
