package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.BatchOrder;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Draws;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Encoder;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.toolkit.view.TensorView;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * SepCLR: two sources in fixed shares of every batch, a domain flag as target, four named outputs
 * of one network, a loss over all of them. Probes read {@code common} and {@code salient} by name.
 */
final class SepclrSketch {
  static final String TARGET = "domain-target";

  private SepclrSketch() {}

  /** Background samples first, then those that hold the pattern; half of each in every batch. */
  static final class TwoDomains implements DataSource {
    private final DataSource background;
    private final DataSource target;
    private final int half;

    TwoDomains(DataSource background, DataSource target, int batchSize) {
      this.background = background;
      this.target = target;
      this.half = batchSize / 2;
    }

    @Override
    public Set<String> splits() {
      return background.splits();
    }

    @Override
    public long size(String split) {
      return background.size(split) + target.size(split);
    }

    @Override
    public Batch fetch(String split, long[] ids, Context context) {
      long border = background.size(split);
      NDList samples = new NDList();
      boolean[] flags = new boolean[ids.length];
      for (int i = 0; i < ids.length; i++) {
        flags[i] = ids[i] >= border;
        long[] one = {flags[i] ? ids[i] - border : ids[i]};
        Batch batch = (flags[i] ? target : background).fetch(split, one, context);
        samples.add(((TensorView) batch.samples()).tensor());
      }
      View all = TensorView.of(NDArrays.concat(samples));
      NDArray flag = context.manager().create(flags).toType(DataType.FLOAT32, false);
      return Batch.of(ids, all, Targets.of(TARGET, flag));
    }

    @Override
    public Optional<BatchOrder> order(String split, Draws draws) {
      long border = background.size(split);
      long most = Math.min(border, target.size(split)) / half;
      return Optional.of(
          new BatchOrder() {
            @Override
            public long batches(long epoch) {
              return most;
            }

            @Override
            public long[] ids(long epoch, long index) {
              long[] first =
                  draws.at("background", epoch).permutation("order", border).toLongArray();
              long[] second =
                  draws.at("target", epoch).permutation("order", target.size(split)).toLongArray();
              int from = Math.toIntExact(index * half);
              return IntStream.range(0, 2 * half)
                  .mapToLong(i -> i < half ? first[from + i] : border + second[from + i - half])
                  .toArray();
            }
          });
    }
  }

  /** Two encoders in one call, so that batch norm would see both domains. */
  static final class CommonAndSalient implements Encoder {
    private final NDArray common;
    private final NDArray salient;

    CommonAndSalient(NDArray common, NDArray salient) {
      this.common = common;
      this.salient = salient;
    }

    @Override
    public Parameters parameters() {
      return Parameters.NONE
          .with("common", Map.of("weight", common))
          .with("salient", Map.of("weight", salient));
    }

    @Override
    public Embeddings encode(View view, Context context) {
      NDArray samples = ((TensorView) view).tensor();
      NDArray shared = samples.matMul(common);
      NDArray added = samples.matMul(salient);
      return Embeddings.of(shared.concat(added, 1))
          .with("common", shared)
          .with("common-head", Equations.unit(shared))
          .with("salient", added)
          .with("salient-head", added);
    }
  }

  static final class CommonSalientObjective implements Loss {
    @Override
    public Needs needs() {
      return Needs.NOTHING
          .views(2)
          .batch(2)
          .target(TARGET)
          .output("common-head")
          .output("salient-head");
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray flag = encoded.batch().targets().get(TARGET);
      float targets = flag.sum().getFloat();
      if (targets == 0 || targets == flag.size()) {
        throw new DataException("a batch needs samples of both domains; this one has only one");
      }
      NDArray u1 = encoded.get(Rows.of("view-1", "common-head"));
      NDArray u2 = encoded.get(Rows.of("view-2", "common-head"));
      NDArray s1 = encoded.get(Rows.of("view-1", "salient-head"));
      NDArray s2 = encoded.get(Rows.of("view-2", "salient-head"));
      NDArray background = flag.neg().add(1);
      NDArray z1 = s1.mul(flag.expandDims(1));
      NDArray z2 = s2.mul(flag.expandDims(1));
      NDArray common = distance(u1, u2).mean().add(uniformity(u1)).add(uniformity(u2));
      NDArray aligned = distance(s1, s2).mul(flag).sum().div(targets);
      NDArray salient = aligned.add(uniformity(z1)).add(uniformity(z2));
      NDArray nothing =
          s1.square()
              .add(s2.square())
              .sum(new int[] {1})
              .mul(background)
              .sum()
              .div(background.sum())
              .div(2);
      NDArray joint = joint(u1, z1).add(joint(u2, z2)).div(2);
      return LossValue.of(common.add(salient).add(nothing).add(joint))
          .term("common", common)
          .term("salient", salient)
          .term("nothing", nothing)
          .term("joint", joint);
    }

    private static NDArray distance(NDArray first, NDArray second) {
      return first.sub(second).square().sum(new int[] {1});
    }

    private static NDArray distances(NDArray rows) {
      NDArray squares = rows.square().sum(new int[] {1}, true);
      NDArray products = rows.matMul(rows.transpose()).mul(2);
      return squares.add(squares.transpose()).sub(products).maximum(0);
    }

    /** Returns the log of the mean kernel over pairs of different rows. */
    static NDArray uniformity(NDArray rows) {
      long count = rows.size(0);
      NDArray own = rows.getManager().eye((int) count).mul(1e9f);
      NDArray logits = distances(rows).neg().sub(own).reshape(new Shape(1, count * count));
      return Equations.logSumExp(logits, 1).sum().sub((float) Math.log(count * (count - 1.0)));
    }

    private static NDArray joint(NDArray common, NDArray salient) {
      NDArray logits = distances(common).add(distances(salient)).neg();
      return Equations.logSumExp(logits, 1).mean().sub((float) Math.log(common.size(0)));
    }
  }
}
