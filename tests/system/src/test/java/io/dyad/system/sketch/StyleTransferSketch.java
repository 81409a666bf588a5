package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.BatchOrder;
import io.dyad.api.Context;
import io.dyad.api.DataSource;
import io.dyad.api.Draws;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Encoder;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Network;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.TensorView;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Style transfer (AdaIN's statistics with SANet's identity terms): two unpaired sources, a network
 * of picture pairs that reads the frozen picture network, three passes a step as three views, a
 * loss that encodes the output again.
 */
final class StyleTransferSketch {
  private StyleTransferSketch() {}

  /** Every content with a style drawn anew in each epoch; the id of a pair is the content's. */
  static final class Unpaired implements DataSource {
    private final DataSource contents;
    private final DataSource styles;

    Unpaired(DataSource contents, DataSource styles) {
      this.contents = contents;
      this.styles = styles;
    }

    @Override
    public Set<String> splits() {
      return contents.splits();
    }

    @Override
    public long size(String split) {
      return contents.size(split) * styles.size(split);
    }

    @Override
    public Batch fetch(String split, long[] ids, Context context) {
      long count = contents.size(split);
      long[] content = Arrays.stream(ids).map(id -> id % count).toArray();
      long[] style = Arrays.stream(ids).map(id -> id / count).toArray();
      View both =
          CompositeView.of("content", contents.fetch(split, content, context).samples())
              .and("style", styles.fetch(split, style, context).samples());
      return Batch.of(ids, both, Targets.NONE);
    }

    @Override
    public Optional<BatchOrder> order(String split, Draws draws) {
      long count = contents.size(split);
      return Optional.of(
          new BatchOrder() {
            @Override
            public long batches(long epoch) {
              return count;
            }

            @Override
            public long[] ids(long epoch, long index) {
              Draws place = draws.at("epoch", epoch).at("batch", index);
              long style = place.integers("style", styles.size(split), new Shape(1)).getLong();
              return new long[] {style * count + index};
            }
          });
    }
  }

  /** The pair itself, and each picture as its own style. */
  static final class IdentityPairs implements ViewGenerator {
    @Override
    public Views generate(Batch batch, Context context) {
      CompositeView pair = (CompositeView) batch.samples();
      View content = pair.part("content");
      View style = pair.part("style");
      return Views.of(
          List.of(
              TaggedView.of("content", content, batch.targets()),
              TaggedView.of("style", style, batch.targets()),
              TaggedView.of("stylised", pair, batch.targets()),
              TaggedView.of("content-itself", self(content), batch.targets()),
              TaggedView.of("style-itself", self(style), batch.targets())));
    }

    private static View self(View picture) {
      return CompositeView.of("content", picture).and("style", picture);
    }
  }

  /** Moves the content's features to the style's statistics and decodes them. */
  static final class Stylizer implements Encoder {
    private final Network pictures;
    private final NDArray decoder;

    Stylizer(Setup setup, NDArray decoder) {
      this.pictures = setup.network("pictures");
      this.decoder = decoder;
    }

    @Override
    public Parameters parameters() {
      return Parameters.NONE.with("decoder", Map.of("weight", decoder));
    }

    @Override
    public Embeddings encode(View view, Context context) {
      CompositeView pair = (CompositeView) view;
      NDArray content = features(pair.part("content"), context);
      NDArray style = features(pair.part("style"), context);
      NDArray target =
          content.sub(mean(content)).div(deviation(content)).mul(deviation(style)).add(mean(style));
      NDArray image = target.transpose(0, 2, 3, 1).matMul(decoder).transpose(0, 3, 1, 2);
      return Embeddings.of(mean(target).flatten(1, -1)).with("target", target).with("image", image);
    }

    private NDArray features(View picture, Context context) {
      return pictures.apply(picture, context).get("map");
    }
  }

  /** Content, style statistics of the output encoded again, and identity of each picture. */
  static final class ContentStyleIdentity implements Loss {
    private final Network pictures;

    ContentStyleIdentity(Setup setup) {
      pictures = setup.network("pictures");
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray image = encoded.get(Rows.of("stylised", "image"));
      NDArray again = pictures.apply(TensorView.of(image), context).get("map");
      NDArray target = encoded.get(Rows.of("stylised", "target")).stopGradient();
      NDArray wanted = encoded.get(Rows.of("style", "map").network("pictures"));
      NDArray content = error(again, target);
      NDArray style =
          error(mean(again), mean(wanted)).add(error(deviation(again), deviation(wanted)));
      NDArray identity = itself(encoded, "content").add(itself(encoded, "style"));
      return LossValue.of(content.add(style.mul(10)).add(identity.mul(50)))
          .term("content", content)
          .term("style", style)
          .term("identity", identity);
    }

    private static NDArray itself(Encoded encoded, String picture) {
      NDArray shown = ((TensorView) encoded.views().get(picture).view()).tensor();
      return error(encoded.get(Rows.of(picture + "-itself", "image")), shown);
    }
  }

  private static NDArray error(NDArray first, NDArray second) {
    return first.sub(second).square().mean();
  }

  private static NDArray mean(NDArray map) {
    return map.mean(new int[] {2}, true).mean(new int[] {3}, true);
  }

  private static NDArray deviation(NDArray map) {
    double positions = map.getShape().get(2) * (double) map.getShape().get(3);
    NDArray variance = mean(map.sub(mean(map)).square()).mul(positions / (positions - 1));
    return variance.add(1e-5f).sqrt().toType(DataType.FLOAT32, false);
  }
}
