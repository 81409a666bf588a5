package io.dyad.runtime.training;

import ai.djl.ndarray.NDManager;
import io.dyad.api.Batch;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.runtime.kernel.GradientMode;
import jakarta.inject.Inject;
import java.util.Map;

/** Makes the augmented views that a sample has in an epoch of training, to look at them. */
public final class TrainingViews {
  private static final long FEW = 2;

  private final Assembly assembly;

  /** Creates them for an experiment. */
  @Inject
  public TrainingViews(Assembly assembly) {
    this.assembly = assembly;
  }

  /** Returns how many views a sample has. */
  public int count() {
    try (TemporaryArrays memory = new TemporaryArrays(assembly.manager())) {
      Frame frame = assembly.frames().evaluation(memory.manager());
      Batch few = assembly.data().first(FEW, frame.step("data"));
      return of(few, 0, memory.manager()).all().size();
    }
  }

  /**
   * Returns the views of samples as training draws them in an epoch.
   *
   * @param owner of the arrays
   */
  public Views of(Batch batch, long epoch, NDManager owner) {
    Progress progress = Progress.of(epoch, epoch + 1, 0, 0);
    Frame frame = assembly.frames().at(owner, Mode.TRAIN, progress, Map.of());
    Part<ViewGenerator> views = assembly.views();
    try (GradientMode ignored = GradientMode.disabled()) {
      return views.component().generate(batch, frame.epoch(views.path()));
    }
  }
}
