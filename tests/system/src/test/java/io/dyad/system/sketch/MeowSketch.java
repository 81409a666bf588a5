package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Contrast;
import io.dyad.api.Data;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Encoder;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MEOW: a heterogeneous graph as one batch, views drawn once, two outputs of one view, and a
 * sampler that clusters in every step and hands prototypes to the loss.
 */
final class MeowSketch {
  static final String GRAPH = "graph";

  private MeowSketch() {}

  /** Target features, one dense adjacency a meta-path, and the mean of them. */
  record MetaPathView(NDArray features, List<NDArray> paths) implements View {
    @Override
    public NDList tensors() {
      NDList tensors = new NDList(features);
      tensors.addAll(paths);
      return tensors;
    }

    @Override
    public MetaPathView with(NDList tensors) {
      return new MetaPathView(tensors.head(), tensors.subList(1, tensors.size()));
    }

    NDArray coarse() {
      return NDArrays.stack(new NDList(paths)).mean(new int[] {0});
    }
  }

  /** Keeps the strongest neighbours of each meta-path and masks edges, once before training. */
  static final class StaticViews implements ViewGenerator {
    private final int neighbours;
    private final double dropped;
    private Optional<MetaPathView> drawn = Optional.empty();

    StaticViews(int neighbours, double dropped) {
      this.neighbours = neighbours;
      this.dropped = dropped;
    }

    @Override
    public void start(Data data, Context context) {
      MetaPathView counts = (MetaPathView) data.batch(Data.TRAIN, 0, 0, context).samples();
      NDList paths = new NDList();
      for (NDArray count : counts.paths()) {
        NDArray least = count.topK(neighbours, 1, true, true).head().min(new int[] {1}, true);
        NDArray draw = context.draws().uniform("edges-" + paths.size(), count.getShape());
        NDArray masked = count.mul(count.gte(least)).mul(draw.gte(dropped));
        paths.add(context.keep(masked));
      }
      drawn = Optional.of(new MetaPathView(context.keep(counts.features().duplicate()), paths));
    }

    @Override
    public Views generate(Batch batch, Context context) {
      return Views.of(
          List.of(TaggedView.of(GRAPH, drawn.orElseThrow(), batch.targets(), "static")));
    }
  }

  /** One linear map, propagated over the mean adjacency and over each meta-path. */
  static final class TwoLevels implements Encoder {
    private final NDArray weight;

    TwoLevels(NDArray weight) {
      this.weight = weight;
    }

    @Override
    public Parameters parameters() {
      return Parameters.of(Map.of("weight", weight));
    }

    @Override
    public Embeddings encode(View view, Context context) {
      MetaPathView graph = (MetaPathView) view;
      NDArray hidden = graph.features().matMul(weight);
      NDArray fine = hidden;
      for (NDArray path : graph.paths()) {
        fine = fine.add(path.matMul(hidden).tanh());
      }
      return Embeddings.of(fine)
          .with("coarse", Equations.unit(graph.coarse().matMul(hidden)))
          .with("fine", Equations.unit(fine));
    }
  }

  /** Pairs of a cluster are no negatives; a node is no negative of itself. */
  static final class ClusterWeights implements PairSampler {
    private final int clusters;

    ClusterWeights(int clusters) {
      this.clusters = clusters;
    }

    @Override
    public Pairs sample(Encoded encoded, StepContext context) {
      Rows coarse = Rows.of(GRAPH, "coarse");
      Rows fine = Rows.of(GRAPH, "fine");
      NDArray rows = encoded.get(fine).stopGradient();
      NDArray first = context.draws().permutation("centroids", rows.size(0)).get(":" + clusters);
      NDArray centroids = rows.get(first);
      NDArray members = rows;
      for (int round = 0; round < 20; round++) {
        members = nearest(rows, centroids).oneHot(clusters);
        NDArray sizes = members.sum(new int[] {0}).maximum(1).expandDims(1);
        centroids = members.transpose().matMul(rows).div(sizes);
      }
      NDArray apart = members.matMul(members.transpose()).neg().add(1);
      Relation weights = Relation.of(context.manager().eye((int) rows.size(0)), apart);
      return Pairs.of(Contrast.of(List.of(coarse), List.of(fine), weights))
          .note("prototypes", Equations.unit(centroids))
          .note("cluster", nearest(rows, centroids));
    }

    private static NDArray nearest(NDArray rows, NDArray centroids) {
      return rows.matMul(centroids.transpose()).argMax(1).toType(DataType.INT64, false);
    }
  }

  /** Contrast with weighted negatives, and with the prototypes that the sampler noted. */
  static final class WeightedAndPrototypical implements Loss {
    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      Contrast contrast = pairs.contrasts().get(0);
      NDArray anchors = encoded.get(contrast.anchors().get(0));
      NDArray scores = anchors.matMul(encoded.get(contrast.keys().get(0)).transpose()).div(0.4);
      Relation.Block weights = contrast.relation().block(0, anchors.size(0));
      NDArray weighted = scores.add(weights.denominator().maximum(1e-30f).log());
      NDArray positive = scores.mul(weights.positive()).sum(new int[] {1});
      NDArray info = Equations.logSumExp(weighted, 1).sub(positive).mean();
      NDArray prototypes = pairs.note("prototypes").orElseThrow();
      NDArray against = anchors.matMul(prototypes.transpose()).div(0.4);
      NDArray proto = Equations.classCrossEntropy(pairs.note("cluster").orElseThrow(), against);
      return LossValue.of(info.add(proto)).term("info", info).term("prototypes", proto);
    }
  }

  /** The whole graph is one batch: ids are nodes, targets are theirs. */
  static Batch whole(long[] nodes, MetaPathView graph, NDArray labels) {
    return Batch.of(nodes, graph, Targets.of(Targets.LABEL, labels));
  }
}
