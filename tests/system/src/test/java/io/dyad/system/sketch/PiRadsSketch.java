package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Draws;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Procedure;
import io.dyad.api.Rows;
import io.dyad.api.Stage;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.Training;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Optional;

/**
 * PI-RADS zones: volume and label map move together, two dense outputs of one network, two stages
 * with terms and a schedule of their own.
 */
final class PiRadsSketch {
  private PiRadsSketch() {}

  /** Mirrors the volume and its label map left to right, sample by sample. */
  static final class MirroredTogether implements ViewGenerator {
    @Override
    public Views generate(Batch batch, Context context) {
      NDArray volume = ((TensorView) batch.samples()).tensor();
      NDArray labels = batch.targets().get(Targets.LABEL);
      Draws draws = context.draws().forSamples(batch.ids());
      NDArray mirrored = draws.uniform("mirror", new Shape(batch.size(), 1, 1, 1)).lt(0.5);
      NDArray whole =
          volume
              .flip(4)
              .mul(mirrored.expandDims(4))
              .add(volume.mul(mirrored.logicalNot().expandDims(4)));
      NDArray moved =
          labels
              .flip(3)
              .mul(mirrored.toType(DataType.INT64, false))
              .add(labels.mul(mirrored.logicalNot().toType(DataType.INT64, false)));
      return Views.of(
          List.of(
              TaggedView.of(
                  "volume", TensorView.of(whole), batch.targets().with(Targets.LABEL, moved))));
    }
  }

  /** Supervised first; then supervision and agreement of the branches, with a fresh schedule. */
  static final class TwoStages implements Procedure {
    private final long supervised;
    private final long together;

    TwoStages(long supervised, long together) {
      this.supervised = supervised;
      this.together = together;
    }

    @Override
    public Stage first() {
      return Stage.named("supervised").epochs(supervised).restart();
    }

    @Override
    public void step(Batch batch, Training training) {
      training.optimise(training.stage().name(), training.encode(batch));
    }

    @Override
    public Optional<Stage> next(Stage finished, Training training) {
      return finished.name().equals("supervised")
          ? Optional.of(Stage.named("co-training").epochs(together).restart())
          : Optional.empty();
    }
  }

  /** Minus the overlap of each zone of a branch, over all voxels of the batch at once. */
  static final class ZoneDice implements Loss {
    private final Rows logits;
    private final int[] zones;

    ZoneDice(String branch, int... zones) {
      this.logits = Rows.of("volume", branch);
      this.zones = zones.clone();
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray shares = encoded.get(logits).softmax(1);
      NDArray labels = encoded.views().get("volume").targets().get(Targets.LABEL);
      NDArray total = context.manager().create(0f);
      for (int zone : zones) {
        NDArray found = shares.get(new NDIndex(":, {}", (long) zone));
        NDArray truth = labels.eq(zone).toType(DataType.FLOAT32, false);
        NDArray overlap = found.mul(truth).sum().mul(2).add(1);
        total = total.sub(overlap.div(found.sum().add(truth.sum()).add(1)));
      }
      return LossValue.of(total);
    }
  }

  /** The two branches should say the same of every voxel; no labels, no stop-gradient. */
  static final class BranchAgreement implements Loss {
    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      NDArray first = encoded.get(Rows.of("volume", "branch-a")).softmax(1);
      NDArray second = encoded.get(Rows.of("volume", "branch-b")).softmax(1);
      return LossValue.of(first.sub(second).square().mean());
    }
  }
}
