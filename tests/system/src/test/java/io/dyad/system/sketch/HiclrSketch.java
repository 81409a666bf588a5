package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Encoder;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Network;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.TensorView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * HiCLR: an ordered chain of views; the strongest drops edges, which reach the encoder inside the
 * view; positives are mined from the bank after some epochs; each level follows the one before.
 */
final class HiclrSketch {
  private static final List<String> LEVELS = List.of("basic", "normal", "strong");
  private static final String KEY = "key";

  private HiclrSketch() {}

  /**
   * Sequences (N, C, T, V) with the adjacency (V, V) the encoder shall use and hidden joints (V).
   * It does not stack: one adjacency holds for a whole call.
   */
  record SkeletonView(NDArray joints, NDArray adjacency, NDArray hidden) implements View {
    @Override
    public NDList tensors() {
      return new NDList(joints, adjacency, hidden);
    }

    @Override
    public SkeletonView with(NDList tensors) {
      return new SkeletonView(tensors.get(0), tensors.get(1), tensors.get(2));
    }
  }

  /** Basic twice (query and key), noisy, and noisy with dropped edges and hidden joints. */
  static final class Levels implements ViewGenerator {
    private final NDArray adjacency;

    Levels(NDArray adjacency) {
      this.adjacency = adjacency;
    }

    @Override
    public Views generate(Batch batch, Context context) {
      NDArray joints = ((TensorView) batch.samples()).tensor();
      NDArray noise = context.draws().forSamples(batch.ids()).normal("noise", joints.getShape());
      NDArray normal = joints.add(noise.mul(0.01));
      NDArray rate = context.draws().uniform("drop-rate", new Shape(1)).mul(0.1);
      NDArray kept = context.draws().uniform("edges", adjacency.getShape()).gte(rate);
      NDArray dropped = adjacency.mul(kept).div(rate.neg().add(1));
      NDArray hidden = context.draws().uniform("joints", new Shape(joints.size(3))).lt(0.1);
      NDArray none = hidden.zerosLike();
      return Views.of(
          List.of(
              level("basic", joints, adjacency, none, batch),
              level(KEY, joints, adjacency, none, batch),
              level("normal", normal, adjacency, none, batch),
              level("strong", normal, dropped, hidden, batch)));
    }

    @Override
    public View plain(Batch batch, Context context) {
      NDArray joints = ((TensorView) batch.samples()).tensor();
      NDArray none = context.manager().zeros(new Shape(joints.size(3)));
      return new SkeletonView(joints, adjacency, none.eq(1));
    }

    private static TaggedView level(
        String name, NDArray joints, NDArray edges, NDArray hidden, Batch batch) {
      return TaggedView.of(name, new SkeletonView(joints, edges, hidden), batch.targets());
    }
  }

  /** One graph convolution; hidden joints are replaced by a learned scalar. */
  static final class GraphEncoder implements Encoder {
    private final NDArray weight;
    private final NDArray token;

    GraphEncoder(NDArray weight, NDArray token) {
      this.weight = weight;
      this.token = token;
    }

    @Override
    public Parameters parameters() {
      return Parameters.of(Map.of("weight", weight, "mask-token", token));
    }

    @Override
    public Embeddings encode(View view, Context context) {
      SkeletonView sequence = (SkeletonView) view;
      NDArray joints = sequence.joints();
      NDArray hidden = sequence.hidden().toType(joints.getDataType(), false);
      NDArray shown = joints.mul(hidden.neg().add(1)).add(hidden.mul(token));
      NDArray moved = shown.matMul(sequence.adjacency());
      NDArray pooled = moved.mean(new int[] {2}).flatten(1, -1);
      return Embeddings.of(pooled.matMul(weight));
    }
  }

  /** Each level against the twin's key and the bank; after mining, with the nearest bank rows. */
  static final class MinedNeighbours implements PairSampler {
    private final long fromEpoch;

    MinedNeighbours(long fromEpoch) {
      this.fromEpoch = fromEpoch;
    }

    @Override
    public Needs needs() {
      return Needs.NOTHING.views(4).twin(Network.MAIN).bank("queue");
    }

    @Override
    public Pairs sample(Encoded encoded, StepContext context) {
      Rows key = Rows.of(KEY, Embeddings.REPRESENTATION).target();
      Rows queue = Rows.bank("queue");
      NDArray eye = context.manager().eye(encoded.batch().size());
      NDArray mined = mined(encoded, queue, context);
      Relation relation = Relation.of(eye.concat(mined, 1), eye.concat(mined.onesLike(), 1));
      List<Contrast> chain = new ArrayList<>();
      for (String level : LEVELS) {
        Rows query = Rows.of(level, Embeddings.REPRESENTATION);
        chain.add(Contrast.of(List.of(query), List.of(key, queue), relation));
      }
      return Pairs.of(chain);
    }

    private NDArray mined(Encoded encoded, Rows queue, StepContext context) {
      NDArray rows = encoded.get(queue);
      Shape shape = new Shape(encoded.batch().size(), rows.size(0));
      NDArray positive = context.manager().zeros(shape);
      if (context.progress().epoch() < fromEpoch) {
        return positive;
      }
      for (String level : LEVELS) {
        NDArray query = encoded.get(Rows.of(level, Embeddings.REPRESENTATION)).stopGradient();
        NDArray nearest = query.matMul(rows.transpose()).argMax(1);
        positive = NDArrays.maximum(positive, nearest.oneHot((int) rows.size(0)));
      }
      return positive;
    }
  }

  /** Contrast of the first level; each further level follows the distribution of the one before. */
  static final class DirectedConsistency implements Loss {
    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDList logits = new NDList();
      pairs.contrasts().forEach(contrast -> logits.add(logits(encoded, contrast)));
      NDArray weights = positives(pairs.contrasts().get(0), logits.head().size(0));
      NDArray chosen = logits.head().logSoftmax(1).mul(weights).sum(new int[] {1});
      NDArray contrast = chosen.div(weights.sum(new int[] {1})).mean().neg();
      NDArray follow = context.manager().create(0f);
      for (int level = 1; level < logits.size(); level++) {
        NDArray teacher = logits.get(level - 1).softmax(1).stopGradient();
        follow = follow.add(Equations.crossEntropy(teacher, logits.get(level)));
      }
      return LossValue.of(contrast.add(follow.div(logits.size() - 1)))
          .term("contrast", contrast)
          .term("consistency", follow);
    }

    /** Returns scores of a query: its own key first, then the bank; (N, 1 + K). */
    private static NDArray logits(Encoded encoded, Contrast contrast) {
      NDArray query = Equations.unit(encoded.get(contrast.anchors().get(0)));
      NDArray key = Equations.unit(encoded.get(contrast.keys().get(0)));
      NDArray bank = encoded.get(contrast.keys().get(1));
      NDArray own = query.mul(key).sum(new int[] {1}, true);
      return own.concat(query.matMul(bank.transpose()), 1).div(0.07);
    }

    private static NDArray positives(Contrast contrast, long samples) {
      NDArray all = contrast.relation().block(0, samples).positive();
      NDArray bank = all.get(":, " + samples + ":");
      return bank.getManager().ones(new Shape(samples, 1)).concat(bank, 1);
    }
  }
}
