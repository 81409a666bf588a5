package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Network;
import io.dyad.api.Pairs;
import io.dyad.api.Procedure;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Stage;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import io.dyad.api.Training;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.TensorView;
import java.util.ArrayList;
import java.util.List;

/**
 * PCL-SR: the embedding network is a discriminator trained beside; in the restorer's phase it does
 * not change, but gradients pass through it to the restored picture. Views carry roles as tags.
 */
final class PclSrSketch {
  static final String POSITIVE = "positive";
  static final String NEGATIVE = "negative";
  private static final Rows RESTORED = Rows.of("low", "image");

  private PclSrSketch() {}

  /** The low-resolution input, the target, sharpened targets and softened targets. */
  static final class Roles implements ViewGenerator {
    @Override
    public Views generate(Batch batch, Context context) {
      CompositeView samples = (CompositeView) batch.samples();
      NDArray target = samples.tensor("high");
      NDArray soft = target.mean(new int[] {2}, true).add(target).div(2);
      List<TaggedView> views = new ArrayList<>();
      views.add(TaggedView.of("low", samples.part("low"), batch.targets()));
      views.add(TaggedView.of("high", samples.part("high"), batch.targets()));
      for (int i = 1; i <= 3; i++) {
        Shape one = new Shape(batch.size(), 1, 1, 1);
        NDArray factor = context.draws().forSamples(batch.ids()).uniform("factor-" + i, one);
        NDArray sharp = soft.add(target.sub(soft).mul(factor.mul(2.5).add(0.5)));
        NDArray blurred = soft.add(target.sub(soft).mul(factor.mul(0.5)));
        views.add(TaggedView.of("sharp-" + i, TensorView.of(sharp), batch.targets(), POSITIVE));
        views.add(TaggedView.of("soft-" + i, TensorView.of(blurred), batch.targets(), NEGATIVE));
      }
      return Views.of(views);
    }

    @Override
    public View plain(Batch batch, Context context) {
      return ((CompositeView) batch.samples()).part("low");
    }
  }

  static final class DiscriminatorFirst implements Procedure {
    @Override
    public Stage first() {
      return Stage.named("fine-tune");
    }

    @Override
    public void step(Batch batch, Training training) {
      Encoded encoded = training.encode(batch);
      training.optimise("embedding", encoded);
      training.optimise("restorer", encoded);
    }
  }

  /** Real against restored scores, each real one against all restored ones and the reverse. */
  static final class ContrastiveDiscriminator implements Loss {
    private final Network embedding;

    ContrastiveDiscriminator(Setup setup) {
      embedding = setup.network("embedding");
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray real = encoded.get(Rows.of("high", "score").network("embedding")).reshape(-1, 1);
      NDArray made =
          embedding
              .apply(TensorView.of(encoded.get(RESTORED).stopGradient()), context)
              .get("score")
              .reshape(-1, 1);
      return LossValue.of(contrast(real, made).add(contrast(made.neg(), real.neg())));
    }

    private static NDArray contrast(NDArray high, NDArray low) {
      NDArray all = Equations.logSumExp(low.transpose(), 1);
      NDArray both = high.concat(all.broadcast(high.getShape().get(0)).expandDims(1), 1);
      return Equations.logSumExp(both, 1).sub(high.squeeze(1)).mean();
    }
  }

  /** Pixel error, and the restored picture between sharp and soft ones in the embedding's maps. */
  static final class PixelsAndContrast implements Loss {
    private final Network embedding;
    private final double weight;

    PixelsAndContrast(Setup setup, double weight) {
      this.embedding = setup.network("embedding");
      this.weight = weight;
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray restored = encoded.get(RESTORED);
      NDArray target = ((TensorView) encoded.views().get("high").view()).tensor();
      NDArray pixels = restored.sub(target).abs().mean();
      NDArray anchor = embedding.apply(TensorView.of(restored), context).get("map-4");
      NDList negatives = new NDList();
      encoded.views().tagged(NEGATIVE).forEach(v -> negatives.add(agreement(anchor, v, encoded)));
      NDArray contrast = context.manager().create(0f);
      List<TaggedView> positives = encoded.views().tagged(POSITIVE);
      for (TaggedView view : positives) {
        NDArray positive = agreement(anchor, view, encoded);
        NDList logits = new NDList(positive);
        logits.addAll(negatives);
        NDArray all = NDArrays.stack(logits, 1);
        contrast = contrast.add(Equations.logSumExp(all, 1).sub(positive).mean());
      }
      contrast = contrast.div(positives.size());
      return LossValue.of(pixels.add(contrast.mul((float) weight)))
          .term("pixels", pixels)
          .term("contrast", contrast);
    }

    /** Returns the mean cosine of channels over positions, one a sample. */
    private static NDArray agreement(NDArray anchor, TaggedView view, Encoded encoded) {
      NDArray other = encoded.get(Rows.of(view.name(), "map-4").network("embedding"));
      NDArray first = Equations.unit(anchor.transpose(0, 2, 3, 1));
      NDArray second = Equations.unit(other.stopGradient().transpose(0, 2, 3, 1));
      return first.mul(second).sum(new int[] {3}).mean(new int[] {1}).mean(new int[] {1});
    }
  }
}
