package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Encoder;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Metric;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Procedure;
import io.dyad.api.Rows;
import io.dyad.api.Stage;
import io.dyad.api.StepContext;
import io.dyad.api.Training;
import io.dyad.api.View;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.SequenceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * DBL: the encoder of a pair returns a matrix of scores, the target network must beat the anchor
 * network by a margin, all forward passes come before any update, each network is ranked alone.
 */
final class DblSketch {
  private static final Rows SCORES = Rows.of("pairs", "scores");

  private DblSketch() {}

  /** Scores every picture's regions against every caption's words by attention over regions. */
  static final class PairScorer implements Encoder {
    private final NDArray words;

    PairScorer(NDArray words) {
      this.words = words;
    }

    @Override
    public Parameters parameters() {
      return Parameters.NONE.with("text", Map.of("words", words));
    }

    @Override
    public Embeddings encode(View view, Context context) {
      CompositeView pairs = (CompositeView) view;
      NDArray regions = Equations.unit(pairs.tensor("image"));
      SequenceView captions = (SequenceView) pairs.part("caption");
      NDList columns = new NDList();
      for (long i = 0; i < captions.rows(); i++) {
        NDArray ids = captions.ids().get(i).get(":" + captions.lengths().getLong(i));
        NDArray text = Equations.unit(words.get(ids));
        NDArray similar = regions.matMul(text.transpose()).maximum(0);
        NDArray attention = similar.mul(9).softmax(1);
        NDArray context9 = attention.transpose(0, 2, 1).matMul(regions);
        columns.add(Equations.unit(context9).mul(text).sum(new int[] {2}).mean(new int[] {1}));
      }
      return Embeddings.of(regions.mean(new int[] {1})).with("scores", NDArrays.stack(columns, 1));
    }
  }

  static final class Branches implements Procedure {
    @Override
    public Stage first() {
      return Stage.named("train");
    }

    @Override
    public void step(Batch batch, Training training) {
      Encoded encoded = training.encode(batch);
      encoded.get(SCORES.network("anchor"));
      encoded.get(SCORES.network("target"));
      training.optimise("anchor", encoded);
      training.optimise("target", encoded);
    }
  }

  /** Ranking by the hardest negative of each row and column, and boosting over the anchor. */
  static final class Boosting implements Loss {
    private final double margin;

    Boosting(double margin) {
      this.margin = margin;
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray target = encoded.get(SCORES.network("target"));
      NDArray anchor = encoded.get(SCORES.network("anchor")).stopGradient();
      NDArray ranking = ranking(target);
      NDArray boost = absolute(target, anchor);
      return LossValue.of(ranking.add(boost)).term("ranking", ranking).term("boosting", boost);
    }

    NDArray ranking(NDArray scores) {
      NDArray own = diagonal(scores);
      return hardest(scores.sub(own.expandDims(1)).add(margin), 1)
          .add(hardest(scores.sub(own.expandDims(0)).add(margin), 0));
    }

    NDArray absolute(NDArray scores, NDArray anchor) {
      NDArray lacking = diagonal(anchor).add(margin / 2).sub(diagonal(scores)).maximum(0).sum();
      NDArray above = scores.sub(anchor).add(margin / 2);
      return lacking.mul(2).add(hardest(above, 1)).add(hardest(above, 0));
    }

    private static NDArray hardest(NDArray violations, int axis) {
      NDArray others = violations.getManager().eye((int) violations.size(0)).neg().add(1);
      return violations.maximum(0).mul(others).max(new int[] {axis}).sum();
    }
  }

  /** Recall of the best caption of each picture, from the whole score matrix of a network. */
  static final class Recall implements Evaluator {
    private final String network;

    Recall(String network) {
      this.network = network;
    }

    @Override
    public List<Metric> evaluate(Evaluation evaluation) {
      Data data = evaluation.data();
      NDList hits = new NDList();
      for (long index = 0; index < data.batches(Data.TEST, 0); index++) {
        View pairs = data.plain(data.batch(Data.TEST, 0, index, evaluation), evaluation);
        NDArray scores = evaluation.network(network).apply(pairs, evaluation).get("scores");
        NDArray best = scores.argMax(1).toType(DataType.INT64, false);
        NDArray own = evaluation.manager().arange(0f, scores.size(0), 1f, DataType.INT64);
        hits.add(best.eq(own).toType(DataType.FLOAT32, false));
      }
      double recall = NDArrays.concat(hits).mean().getFloat();
      List<Metric> metrics = new ArrayList<>();
      metrics.add(Metric.of("recall-1", recall, true, "fraction"));
      return metrics;
    }
  }

  private static NDArray diagonal(NDArray square) {
    NDArray eye = square.getManager().eye((int) square.size(0));
    return square.mul(eye).sum(new int[] {1}).reshape(new Shape(square.size(0)));
  }
}
