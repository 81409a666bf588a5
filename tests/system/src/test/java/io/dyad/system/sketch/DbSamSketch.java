package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.Draws;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Encoder;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Metric;
import io.dyad.api.Network;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Map;

/**
 * DB-SAM: a box prompt travels in the view, masks are targets, frozen and trained parameters are
 * groups of one encoder, overlap is measured on un-augmented views.
 */
final class DbSamSketch {
  static final String MASK = "mask";

  private DbSamSketch() {}

  /** The picture with the box of its mask: moved outwards in training, exact otherwise. */
  static final class BoxPrompts implements ViewGenerator {
    @Override
    public Views generate(Batch batch, Context context) {
      Draws draws = context.draws().forSamples(batch.ids());
      NDArray outwards = draws.integers("outwards", 20, new Shape(batch.size(), 4));
      return Views.of(
          List.of(TaggedView.of("prompted", prompted(batch, outwards), batch.targets())));
    }

    @Override
    public View plain(Batch batch, Context context) {
      Shape sides = new Shape(batch.size(), 4);
      return prompted(batch, context.manager().zeros(sides, DataType.INT64));
    }

    private static View prompted(Batch batch, NDArray outwards) {
      NDArray mask = batch.targets().get(MASK);
      NDArray rows = mask.max(new int[] {2});
      NDArray columns = mask.max(new int[] {1});
      NDArray box =
          NDArrays.stack(new NDList(first(columns), first(rows), last(columns), last(rows)), 1);
      NDArray signs = mask.getManager().create(new long[] {-1, -1, 1, 1}, new Shape(1, 4));
      return CompositeView.of("image", batch.samples())
          .and("box", TensorView.of(box.add(outwards.mul(signs))));
    }

    private static NDArray first(NDArray present) {
      return present.toType(DataType.FLOAT32, false).argMax(1);
    }

    private static NDArray last(NDArray present) {
      return first(present.flip(1)).neg().add(present.size(1) - 1);
    }
  }

  /** A frozen base, an adapter beside it, and a decoder of map and prompt. */
  static final class AdaptedSegmenter implements Encoder {
    private final NDArray base;
    private final NDArray adapter;
    private final NDArray decoder;

    AdaptedSegmenter(NDArray base, NDArray adapter, NDArray decoder) {
      this.base = base;
      this.adapter = adapter;
      this.decoder = decoder;
    }

    @Override
    public Parameters parameters() {
      return Parameters.NONE
          .with("image-encoder", Map.of("weight", base))
          .with("adapters", Map.of("weight", adapter))
          .with("mask-decoder", Map.of("weight", decoder));
    }

    @Override
    public Embeddings encode(View view, Context context) {
      CompositeView prompted = (CompositeView) view;
      NDArray image = prompted.tensor("image");
      NDArray box = prompted.tensor("box").toType(image.getDataType(), false);
      NDArray map = image.expandDims(3).mul(base).add(image.expandDims(3).mul(adapter).maximum(0));
      NDArray tokens = box.matMul(decoder).expandDims(1).expandDims(1);
      NDArray logits = map.mul(tokens).sum(new int[] {3});
      return Embeddings.of(map.mean(new int[] {1}).mean(new int[] {1})).with("mask-logits", logits);
    }
  }

  /** Overlap with squared terms, and the mean cross-entropy of pixels. */
  static final class DiceAndCrossEntropy implements Loss {
    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      TaggedView view = encoded.views().get("prompted");
      NDArray logits = encoded.get(Rows.of(view.name(), "mask-logits")).flatten(1, -1);
      NDArray truth = view.targets().get(MASK).toType(DataType.FLOAT32, false).flatten(1, -1);
      NDArray share = Activation.sigmoid(new NDList(logits)).singletonOrThrow();
      NDArray overlap = share.mul(truth).sum(new int[] {1}).mul(2).add(1e-5f);
      NDArray sizes = share.square().add(truth.square()).sum(new int[] {1}).add(1e-5f);
      NDArray dice = overlap.div(sizes).neg().add(1).mean();
      NDArray softplus = logits.maximum(0).add(logits.abs().neg().exp().add(1).log());
      NDArray entropy = softplus.sub(logits.mul(truth)).mean();
      return LossValue.of(dice.add(entropy)).term("dice", dice).term("cross-entropy", entropy);
    }
  }

  /** Mean overlap over the cases of the test split; empty against empty counts as 1. */
  static final class DicePerCase implements Evaluator {
    @Override
    public List<Metric> evaluate(Evaluation evaluation) {
      Data data = evaluation.data();
      double sum = 0;
      for (long index = 0; index < data.size(Data.TEST); index++) {
        Batch batch = data.fetch(Data.TEST, new long[] {index}, evaluation);
        View view = data.plain(batch, evaluation);
        NDArray logits =
            evaluation.network(Network.MAIN).apply(view, evaluation).get("mask-logits");
        NDArray found = logits.gt(0).toType(DataType.FLOAT32, false);
        NDArray truth = batch.targets().get(MASK).toType(DataType.FLOAT32, false);
        float both = found.add(truth).sum().getFloat();
        sum += both == 0 ? 1 : 2 * found.mul(truth).sum().getFloat() / both;
      }
      return List.of(Metric.of("dice", sum / data.size(Data.TEST), true, "fraction"));
    }
  }
}
