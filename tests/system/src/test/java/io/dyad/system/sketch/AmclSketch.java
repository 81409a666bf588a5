package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.StepContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * AMCL: several heads as one output (N, heads, D), a temperature for each pair and head from small
 * networks that the loss owns, the hardest negative of each head.
 */
final class AmclSketch {
  private AmclSketch() {}

  static final class AdaptiveHeads implements Loss {
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final int heads;
    private final double low;
    private final double high;
    private final double beta;

    AdaptiveHeads(Setup setup, double low, double high, double beta) {
      Shape row = setup.shape(Rows.of("view-1", Embeddings.PROJECTION));
      this.heads = Math.toIntExact(row.get(0));
      this.low = low;
      this.high = high;
      this.beta = beta;
      for (int head = 0; head < heads; head++) {
        Shape hidden = new Shape(row.get(1), 128);
        weights.put("head-" + head + ".first", setup.draws().normal("f" + head, hidden).mul(0.1));
        weights.put("head-" + head + ".second", setup.draws().normal("s" + head, hidden).mul(0.1));
        weights.put("head-" + head + ".out", setup.manager().zeros(new Shape(128, 1)));
      }
    }

    @Override
    public Parameters parameters() {
      return Parameters.NONE.with("temperatures", weights);
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      Contrast contrast = pairs.contrasts().get(0);
      NDArray anchors = encoded.get(contrast.anchors().get(0));
      NDArray keys = encoded.get(contrast.keys().get(0));
      Relation.Block related = contrast.relation().block(0, anchors.size(0));
      NDArray total = context.manager().zeros(new Shape());
      for (int head = 0; head < heads; head++) {
        total = total.add(head(head, anchors.get(":, " + head), keys.get(":, " + head), related));
      }
      return LossValue.of(total);
    }

    private NDArray head(int head, NDArray anchors, NDArray keys, Relation.Block related) {
      NDArray scores = Equations.cosines(anchors, keys);
      NDArray temperatures = temperatures(head, anchors, keys);
      NDArray negatives = related.denominator().sub(related.positive()).maximum(0);
      NDArray hidden = negatives.eq(0).toType(scores.getDataType(), false).mul(1e9f);
      NDArray hardest = scores.sub(hidden).argMax(1).oneHot((int) keys.size(0));
      NDArray pull = chosen(scores, temperatures, related.positive(), anchors.size(1));
      NDArray push = chosen(scores, temperatures, hardest, anchors.size(1));
      return push.sub(pull).mean();
    }

    /** Returns the scaled score of the chosen pair of each row, less its regulariser. */
    private NDArray chosen(NDArray scores, NDArray temperatures, NDArray choice, long width) {
      NDArray omega = temperatures.log().mul(width / 2.0).add(temperatures.pow(-1));
      return scores.div(temperatures).sub(omega.mul(beta)).mul(choice).sum(new int[] {1});
    }

    /** Returns the temperature of each pair, shape (anchors, keys), between the two limits. */
    private NDArray temperatures(int head, NDArray anchors, NDArray keys) {
      NDArray first = anchors.matMul(weight(head, "first")).expandDims(1);
      NDArray second = keys.matMul(weight(head, "second")).expandDims(0);
      NDArray open = first.add(second).maximum(0).matMul(weight(head, "out")).squeeze(2);
      NDArray share = Activation.sigmoid(new NDList(open)).singletonOrThrow();
      return share.mul(high - low).add(low);
    }

    private NDArray weight(int head, String name) {
      return Objects.requireNonNull(weights.get("head-" + head + "." + name));
    }
  }
}
