package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Context;
import io.dyad.api.Contrast;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Setup;
import io.dyad.api.StepContext;
import io.dyad.api.View;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.kernel.Scalars;
import java.util.Map;

/** An encoder and a loss in which every row matters to every other, of either precision. */
public final class FakeWaves {
  private FakeWaves() {}

  /** Options of the encoder. */
  public record WaveOptions(
      @Doc("outputs") @Default("4") long width,
      @Doc("whether in double precision") @Default("true") boolean exact,
      @Doc("share of outputs that are dropped, and noise on the rest") @Default("0") double drop,
      @Doc("calls' rows are normalised in so many pieces; 0: not at all") @Default("0")
          int pieces) {}

  /** Encoder: a matrix and a hyperbolic tangent, perhaps dropout or batch norm before it. */
  public static final class Waves extends FakeParts.Fake<Encoder, WaveOptions>
      implements EncoderProvider<WaveOptions> {
    /** Does nothing. */
    public Waves() {
      super("waves", WaveOptions.class);
    }

    @Override
    public Encoder create(WaveOptions options, Setup setup) {
      DataType type = options.exact() ? DataType.FLOAT64 : DataType.FLOAT32;
      long inputs = setup.example().orElseThrow().tensors().get(0).getShape().get(1);
      NDArray weight =
          setup.draws().normal("weight", new Shape(inputs, options.width())).toType(type, true);
      NDArray mean = setup.manager().zeros(new Shape(options.width()), type);
      weight.attach(setup.manager());
      return new Wave(options, type, weight, mean);
    }
  }

  private record Wave(WaveOptions options, DataType type, NDArray weight, NDArray mean)
      implements Encoder {
    @Override
    public Embeddings encode(View view, Context context) {
      NDArray input = view.tensors().get(0);
      NDArray rows =
          (input.getDataType() == type ? input : input.toType(type, false)).matMul(weight);
      if (options.drop() > 0) {
        NDArray chance = context.draws().uniform("drop", rows.getShape());
        NDArray noise = context.draws().at("noise", 1).normal("on", rows.getShape());
        rows =
            rows.mul(chance.gte((float) options.drop()).toType(type, false))
                .add(noise.toType(type, false));
      }
      for (int piece = 0; options.pieces() > 1 && piece < options.pieces(); piece++) {
        rows = replaced(rows, piece, context);
      }
      return Embeddings.of((options.pieces() == 1 ? normalised(rows, context) : rows).tanh());
    }

    private NDArray replaced(NDArray rows, int piece, Context context) {
      long size = rows.getShape().get(0);
      long from = size * piece / options.pieces();
      long to = size * (piece + 1) / options.pieces();
      NDArray own = normalised(rows.get(new NDIndex().addSliceDim(from, to)), context);
      NDList all = new NDList();
      if (from > 0) {
        all.add(rows.get(new NDIndex().addSliceDim(0, from)));
      }
      all.add(own);
      if (to < size) {
        all.add(rows.get(new NDIndex().addSliceDim(to, size)));
      }
      return NDArrays.concat(all);
    }

    private NDArray normalised(NDArray rows, Context context) {
      NDArray own = rows.mean(new int[] {0}, true);
      if (context.mode().isTraining()) {
        try (GradientMode ignored = GradientMode.disabled()) {
          mean.muli(0.9);
          mean.addi(own.stopGradient().reshape(options.width()).mul(0.1));
        }
      }
      NDArray centred = rows.sub(own);
      NDArray variance = centred.square().mean(new int[] {0}, true);
      return centred.div(variance.add(Scalars.of(variance, 0.01)).sqrt());
    }

    @Override
    public Needs needs() {
      return options.pieces() > 0 ? Needs.NOTHING.batch(2) : Needs.NOTHING;
    }

    @Override
    public Parameters parameters() {
      return Parameters.of(Map.of("weight", weight));
    }

    @Override
    public Map<String, NDArray> state() {
      return Map.of("mean", mean);
    }
  }

  /** Options of the loss. */
  public record AllPairsOptions(
      @Doc("whether in double precision") @Default("true") boolean exact) {}

  /** Loss: a bounded function of every anchor times every key times a parameter, and lengths. */
  public static final class AllPairs extends FakeParts.Fake<Loss, AllPairsOptions>
      implements LossProvider<AllPairsOptions> {
    /** Does nothing. */
    public AllPairs() {
      super("all-pairs", AllPairsOptions.class);
    }

    @Override
    public Loss create(AllPairsOptions options, Setup setup) {
      DataType type = options.exact() ? DataType.FLOAT64 : DataType.FLOAT32;
      return new PairLoss(setup.manager().full(new Shape(1), 0.7f, type));
    }
  }

  private record PairLoss(NDArray scale) implements Loss {
    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      Contrast contrast = pairs.contrasts().get(0);
      NDArray rows = encoded.get(contrast.anchors().get(0));
      NDArray keys = encoded.get(contrast.keys().get(0)).toType(scale.getDataType(), false);
      NDArray all = rows.matMul(keys.transpose()).mul(scale).tanh().sum();
      NDArray count = Scalars.of(all, rows.getShape().get(0));
      return LossValue.of(all.add(rows.square().sum()).div(count));
    }

    @Override
    public Parameters parameters() {
      return Parameters.of(Map.of("scale", scale));
    }
  }
}
