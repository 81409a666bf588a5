package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Contrast;
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

/**
 * FAC: clouds of different sizes in one view, one row a point, correspondences shared between two
 * crops, segments and foreground as targets of points, other objects neither positive nor negative.
 */
final class FacSketch {
  static final String SEGMENT = "segment";
  static final String FOREGROUND = "foreground";
  static final String MATCHES = "matches";

  private FacSketch() {}

  /** Points of all clouds one after another, and where each cloud starts: offsets (clouds + 1). */
  record PointsView(NDArray points, NDArray offsets) implements View {
    @Override
    public NDList tensors() {
      return new NDList(points, offsets);
    }

    @Override
    public PointsView with(NDList tensors) {
      return new PointsView(tensors.get(0), tensors.get(1));
    }

    /** Returns the points that a mask keeps, with offsets to match. */
    PointsView keep(NDArray mask) {
      NDArray kept = mask.nonzero().squeeze(1);
      NDArray before = mask.toType(DataType.INT64, false).cumSum(0);
      NDArray from = offsets.getManager().zeros(offsets.get(":1").getShape(), DataType.INT64);
      return new PointsView(points.get(kept), from.concat(before.get(offsets.get("1:").sub(1))));
    }
  }

  /** Two half spaces of the same scene, and which point of one is which of the other. */
  static final class Crops implements ViewGenerator {
    @Override
    public Views generate(Batch batch, Context context) {
      PointsView scene = (PointsView) batch.samples();
      NDArray along = scene.points().get(":, 0");
      NDArray draw = context.draws().uniform("border", along.get(":1").getShape());
      NDArray first = along.lte(draw.add(0.5));
      NDArray second = along.gte(draw.sub(0.5));
      NDArray both = first.logicalAnd(second).nonzero().squeeze(1);
      NDArray matches =
          NDArrays.stack(new NDList(place(first).get(both), place(second).get(both)), 1);
      return Views.of(
              List.of(crop("view-1", scene, first, batch), crop("view-2", scene, second, batch)))
          .withShared(Map.of(MATCHES, matches));
    }

    /** Returns the row that each kept point has in its crop. */
    private static NDArray place(NDArray mask) {
      return mask.toType(DataType.INT64, false).cumSum(0).sub(1);
    }

    private static TaggedView crop(String name, PointsView scene, NDArray mask, Batch batch) {
      NDArray kept = mask.nonzero().squeeze(1);
      Targets targets = Targets.NONE;
      for (String of : List.of(SEGMENT, FOREGROUND)) {
        targets = targets.with(of, batch.targets().get(of).get(kept));
      }
      return TaggedView.of(name, scene.keep(mask), targets);
    }
  }

  /** A linear map of each point. */
  static final class PointEncoder implements Encoder {
    private final NDArray weight;

    PointEncoder(NDArray weight) {
      this.weight = weight;
    }

    @Override
    public Parameters parameters() {
      return Parameters.of(Map.of("weight", weight));
    }

    @Override
    public Embeddings encode(View view, Context context) {
      return Embeddings.of(((PointsView) view).points().matMul(weight));
    }
  }

  /** Matched points; then foreground points against points of their segment and of the ground. */
  static final class PointPairs implements PairSampler {
    @Override
    public Pairs sample(Encoded encoded, StepContext context) {
      NDArray matches = encoded.views().shared(MATCHES);
      Rows first = Rows.of("view-1", Embeddings.REPRESENTATION);
      Rows second = Rows.of("view-2", Embeddings.REPRESENTATION);
      NDArray eye = context.manager().eye((int) matches.size(0));
      Contrast points =
          Contrast.of(
              List.of(first.at(matches.get(":, 0"))),
              List.of(second.at(matches.get(":, 1"))),
              Relation.of(eye, eye.onesLike()));
      return Pairs.of(points, foreground(encoded, first, second));
    }

    private static Contrast foreground(Encoded encoded, Rows first, Rows second) {
      Targets near = encoded.views().get("view-1").targets();
      Targets far = encoded.views().get("view-2").targets();
      NDArray anchors = near.get(FOREGROUND).nonzero().squeeze(1);
      NDArray segment = near.get(SEGMENT).get(anchors).expandDims(1);
      NDArray same = segment.eq(far.get(SEGMENT).expandDims(0)).toType(DataType.FLOAT32, false);
      NDArray ground = far.get(FOREGROUND).logicalNot().toType(DataType.FLOAT32, false);
      NDArray against = same.zerosLike().add(ground.expandDims(0));
      return Contrast.of(List.of(first.at(anchors)), List.of(second), Relation.of(same, against));
    }
  }

  /** Each positive pair against the negatives of its anchor; 0 where a contrast has no pair. */
  static final class PairwiseContrast implements Loss {
    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray total = context.manager().create(0f);
      for (Contrast contrast : pairs.contrasts()) {
        NDArray anchors = encoded.get(contrast.anchors().get(0));
        NDArray keys = encoded.get(contrast.keys().get(0));
        NDArray weights = Equations.cosines(anchors, keys).div(0.4).exp();
        Relation.Block related = contrast.relation().block(0, anchors.size(0));
        NDArray negatives = related.denominator().mul(related.positive().neg().add(1));
        NDArray against = weights.mul(negatives).sum(new int[] {1}, true);
        NDArray cost = weights.add(against).log().sub(weights.log()).mul(related.positive());
        total = total.add(cost.sum().div(related.positive().sum().maximum(1)));
      }
      return LossValue.of(total);
    }
  }
}
