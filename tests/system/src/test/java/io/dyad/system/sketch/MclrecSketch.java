package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Procedure;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Stage;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.api.Training;
import java.util.ArrayList;
import java.util.List;

/**
 * MCLRec: augmenters are two more heads of the encoder ({@code main.augmented-1.*}), trained in a
 * phase of their own on the same copies, encoded anew. Sequences as in {@link SasrecSketch}.
 */
final class MclrecSketch {
  private MclrecSketch() {}

  /** The phases of the configuration, in the order of the released code. */
  static final class ThreeUpdates implements Procedure {
    @Override
    public Stage first() {
      return Stage.named("train");
    }

    @Override
    public void step(Batch batch, Training training) {
      for (String phase : List.of("encoder", "augmenters", "encoder")) {
        training.optimise(phase, training.encode(batch));
      }
    }
  }

  /** Encoded copies against learned copies: the three pairs of the second objective. */
  static final class LearnedCopies implements PairSampler {
    @Override
    public Needs needs() {
      return Needs.NOTHING.output("augmented-1").output("augmented-2").batch(2);
    }

    @Override
    public Pairs sample(Encoded encoded, StepContext context) {
      Rows first = Rows.of("copy-1", Embeddings.REPRESENTATION);
      Rows second = Rows.of("copy-2", Embeddings.REPRESENTATION);
      Rows learnedFirst = Rows.of("copy-1", "augmented-1");
      Rows learnedSecond = Rows.of("copy-2", "augmented-2");
      List<Contrast> contrasts = new ArrayList<>();
      for (List<Rows> both :
          List.of(
              List.of(first, learnedSecond),
              List.of(second, learnedFirst),
              List.of(learnedFirst, learnedSecond))) {
        Structure all = Structure.of(true, true, true);
        int samples = encoded.batch().size();
        contrasts.add(
            Contrast.of(both, both, Relation.of(all, both, both, samples, context.manager())));
      }
      return Pairs.of(contrasts);
    }
  }

  /** Keeps positives and negatives within each other's range, for every contrast it is given. */
  static final class Margin implements Loss {
    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray total = context.manager().create(0f);
      for (Contrast contrast : pairs.contrasts()) {
        NDArray anchors = stacked(encoded, contrast.anchors());
        NDArray scores = anchors.matMul(stacked(encoded, contrast.keys()).transpose());
        Relation.Block weights = contrast.relation().block(0, anchors.size(0));
        NDArray positive = scores.mul(weights.positive()).sum(new int[] {1}, true);
        NDArray negative = weights.denominator().sub(weights.positive());
        NDArray hidden = negative.eq(0).toType(DataType.FLOAT32, false).mul(1e9f);
        NDArray hardest = scores.sub(hidden).max(new int[] {1}, true);
        NDArray low = positive.minimum(hardest);
        NDArray high = positive.maximum(hardest);
        NDArray below = high.sub(scores).maximum(0).mul(negative).sum().div(negative.sum());
        total = total.add(positive.sub(low).mean()).add(below);
      }
      return LossValue.of(total);
    }

    private static NDArray stacked(Encoded encoded, List<Rows> rows) {
      NDArray all = encoded.get(rows.get(0));
      for (Rows more : rows.subList(1, rows.size())) {
        all = all.concat(encoded.get(more));
      }
      return all;
    }
  }
}
