package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Contrast;
import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.TensorView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * MVCNet: four named views, one of which changes the label; two branches as outputs of one network;
 * cross-view and cross-model contrasts that stack rows as one list; a fitted source underneath.
 */
final class MvcnetSketch {
  private static final List<String> CHANGED = List.of("flip", "scale", "reflect");

  private MvcnetSketch() {}

  /** The trial, its negative, a softer copy, and left and right exchanged with the label. */
  static final class Trials implements ViewGenerator {
    private final int[] mirror;

    Trials(int... mirror) {
      this.mirror = mirror;
    }

    @Override
    public Views generate(Batch batch, Context context) {
      NDArray trials = ((TensorView) batch.samples()).tensor();
      NDArray exchanged = trials.get(":, {}", trials.getManager().create(mirror));
      Targets targets = batch.targets();
      NDArray other = targets.get(Targets.LABEL).neg().add(1);
      return Views.of(
          List.of(
              TaggedView.of("raw", batch.samples(), targets),
              TaggedView.of("flip", TensorView.of(trials.neg()), targets),
              TaggedView.of("scale", TensorView.of(trials.mul(0.8)), targets),
              TaggedView.of(
                  "reflect", TensorView.of(exchanged), targets.with(Targets.LABEL, other))));
    }
  }

  /** The raw trial against each changed one, rows of both branches as one list of 2B rows. */
  static final class CrossView implements PairSampler {
    @Override
    public Pairs sample(Encoded encoded, StepContext context) {
      List<Contrast> contrasts = new ArrayList<>();
      for (String view : CHANGED) {
        contrasts.add(lists(branches(encoded, "raw"), branches(encoded, view), context));
      }
      return Pairs.of(contrasts);
    }

    private static NDArray branches(Encoded encoded, String view) {
      return encoded.get(Rows.of(view, "cnn")).concat(encoded.get(Rows.of(view, "transformer")));
    }
  }

  /** One branch against the other, rows of all views as one list of 4B rows. */
  static final class CrossModel implements PairSampler {
    @Override
    public Pairs sample(Encoded encoded, StepContext context) {
      return Pairs.of(lists(allViews(encoded, "cnn"), allViews(encoded, "transformer"), context));
    }

    private static NDArray allViews(Encoded encoded, String branch) {
      NDList rows = new NDList();
      encoded.views().all().forEach(view -> rows.add(encoded.get(Rows.of(view.name(), branch))));
      return NDArrays.concat(rows);
    }
  }

  /** Row i of one list belongs to row i of the other; all other rows of both are negatives. */
  private static Contrast lists(NDArray first, NDArray second, StepContext context) {
    List<Rows> both = List.of(Rows.values(first), Rows.values(second));
    Structure all = Structure.of(true, true, true);
    return Contrast.of(both, both, Relation.of(all, both, both, first.size(0), context.manager()));
  }

  /** Every view is classified against its own label. */
  static final class ViewCrossEntropy implements Loss {
    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray total = context.manager().zeros(new Shape());
      for (TaggedView view : encoded.views().all()) {
        NDArray logits = encoded.get(Rows.of(view.name(), "logits"));
        NDArray labels = view.targets().get(Targets.LABEL);
        total = total.add(Equations.classCrossEntropy(labels, logits));
      }
      return LossValue.of(total);
    }
  }

  /** Wraps a source; scales channels by what the training split shows (alignment, simplified). */
  static final class Aligned implements DataSource {
    private final DataSource base;
    private final NDArray scale;

    Aligned(DataSource base, NDArray ones) {
      this.base = base;
      this.scale = ones;
    }

    @Override
    public void start(Data data, Context context) {
      long[] all = LongStream.range(0, base.size(Data.TRAIN)).toArray();
      NDArray trials = ((TensorView) base.fetch(Data.TRAIN, all, context).samples()).tensor();
      NDArray spread = trials.square().mean(new int[] {0}).mean(new int[] {1}, true).sqrt();
      scale.muli(0).addi(spread.pow(-1));
    }

    @Override
    public Map<String, NDArray> state() {
      return Map.of("scale", scale);
    }

    @Override
    public Set<String> splits() {
      return base.splits();
    }

    @Override
    public long size(String split) {
      return base.size(split);
    }

    @Override
    public Batch fetch(String split, long[] ids, Context context) {
      Batch batch = base.fetch(split, ids, context);
      View aligned = TensorView.of(((TensorView) batch.samples()).tensor().mul(scale));
      return Batch.of(ids, aligned, batch.targets());
    }
  }
}
