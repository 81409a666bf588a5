package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Contrast;
import io.dyad.api.Data;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.EpochContext;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Network;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Procedure;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Stage;
import io.dyad.api.StepContext;
import io.dyad.api.Training;
import java.util.List;
import java.util.stream.LongStream;

/**
 * BaCon: two networks with an optimiser step each in every step, soft pair weights from the other
 * network's predictions, class counts from a clustering of the un-augmented data every ten epochs.
 */
final class BaconSketch {
  static final String COUNTS = "class-counts";

  private BaconSketch() {}

  /** One forward pass, then the classifier's step and the contrastive step. */
  static final class TwoBranches implements Procedure {
    @Override
    public Stage first() {
      return Stage.named("train");
    }

    @Override
    public void step(Batch batch, Training training) {
      Encoded encoded = training.encode(batch);
      training.optimise("classifier", encoded);
      training.optimise("contrast", encoded);
    }
  }

  /** Pairs are positive as far as the classifier sees the same class in both. */
  static final class SoftPairs implements PairSampler {
    private final int classes;

    SoftPairs(int classes) {
      this.classes = classes;
    }

    @Override
    public void onEpochStart(EpochContext context) {
      if (context.progress().epoch() % 10 == 0) {
        context.publish(COUNTS, clusterSizes(features(context), context));
      }
    }

    /** Returns unit features of all training samples, freeing each batch's arrays as it goes. */
    private static NDArray features(EpochContext context) {
      Data data = context.data();
      Network network = context.network("contrast");
      NDList parts = new NDList();
      for (long from = 0; from < data.size(Data.TRAIN); from += 256) {
        long to = Math.min(from + 256, data.size(Data.TRAIN));
        try (NDScope scope = new NDScope()) {
          Batch batch = data.fetch(Data.TRAIN, LongStream.range(from, to).toArray(), context);
          Embeddings made = network.apply(data.plain(batch, context), context);
          NDArray rows = Equations.unit(made.get(Embeddings.REPRESENTATION));
          NDScope.unregister(rows);
          parts.add(rows);
        }
      }
      return NDArrays.concat(parts);
    }

    /** A few rounds of k-means; matching clusters to known classes would follow here. */
    private NDArray clusterSizes(NDArray rows, Context context) {
      NDArray first = context.draws().permutation("centroids", rows.size(0)).get(":" + classes);
      NDArray centroids = rows.get(first);
      NDArray members = rows;
      for (int round = 0; round < 20; round++) {
        members = rows.matMul(centroids.transpose()).argMax(1).oneHot(classes);
        NDArray sizes = members.sum(new int[] {0}).maximum(1).expandDims(1);
        centroids = members.transpose().matMul(rows).div(sizes);
      }
      return members.sum(new int[] {0}).maximum(1);
    }

    @Override
    public Pairs sample(Encoded encoded, StepContext context) {
      NDArray counts = context.find(COUNTS).orElse(context.manager().ones(new Shape(classes)));
      NDArray adjustment = counts.div(counts.sum()).pow(0.5).add(1e-12f).log();
      NDArray soft = soft(encoded, "view-1", adjustment).add(soft(encoded, "view-2", adjustment));
      NDArray same = soft.matMul(soft.transpose()).div(4);
      NDArray weights = NDArrays.maximum(same, context.manager().eye((int) same.size(0)));
      NDArray tiled = weights.tile(new long[] {2, 2});
      NDArray others = context.manager().eye((int) tiled.size(0)).neg().add(1);
      List<Rows> both =
          List.of(
              Rows.of("view-1", Embeddings.PROJECTION).network("contrast"),
              Rows.of("view-2", Embeddings.PROJECTION).network("contrast"));
      return Pairs.of(Contrast.of(both, both, Relation.of(tiled.mul(others), others)));
    }

    private static NDArray soft(Encoded encoded, String view, NDArray adjustment) {
      NDArray logits = encoded.get(Rows.of(view, "logits").network("classifier"));
      return logits.stopGradient().div(0.1).sub(adjustment).softmax(1);
    }
  }

  /** The classifier's predictions as a whole should follow the estimated class counts. */
  static final class BalancedPredictions implements Loss {
    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray logits = encoded.get(Rows.of("view-1", "logits").network("classifier"));
      NDArray mean = logits.div(0.1).softmax(1).mean(new int[] {0});
      NDArray counts = context.find(COUNTS).orElse(mean.onesLike());
      NDArray share = mean.div(counts.toType(DataType.FLOAT32, false).pow(1.1)).maximum(1e-12f);
      NDArray balanced = share.div(share.sum());
      return LossValue.of(balanced.mul(balanced.log()).sum().add((float) Math.log(logits.size(1))));
    }
  }
}
