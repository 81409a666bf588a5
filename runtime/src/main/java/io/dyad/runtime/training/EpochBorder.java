package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Kernels;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.runtime.kernel.GradientMode;
import java.util.Map;
import java.util.function.BiConsumer;

/** What happens before the first step of an epoch and after its last. */
final class EpochBorder {
  private final Assembly assembly;
  private final PublishedValues published;
  private final CollapseMonitor collapse;
  private final SimilarityMonitor similarity;

  EpochBorder(Assembly assembly, PublishedValues published, Kernels kernels) {
    this.assembly = assembly;
    this.published = published;
    collapse = new CollapseMonitor(kernels);
    similarity = new SimilarityMonitor(kernels);
  }

  void start(Progress progress) {
    hook(progress, (part, frame) -> part.component().onEpochStart(context(part, frame)));
  }

  void end(Progress progress) {
    hook(progress, (part, frame) -> part.component().onEpochEnd(context(part, frame)));
  }

  /**
   * Tells the listener about the representation and how alike views are; changes nothing.
   *
   * @param end the epoch in which the stage ends
   */
  void figures(Progress progress, long end, TrainingListener listener) {
    try (TemporaryArrays memory = new TemporaryArrays(assembly.manager());
        GradientMode ignored = GradientMode.disabled()) {
      Frame frame = assembly.frames().at(memory.manager(), Mode.EVALUATE, progress, Map.of());
      NDArray rows = MonitoredRows.representations(assembly, frame);
      Map<String, Double> figures = collapse.figures(rows);
      listener.onEpoch(progress, figures);
      if (SimilarityMonitor.due(progress.epoch(), end)) {
        similarity.look(assembly, frame).ifPresent(seen -> listener.onSimilarities(progress, seen));
      }
      if (assembly.experiment().monitors().collapse() && rows.getShape().get(0) > 1) {
        collapse.check(figures, progress.epoch());
      }
    }
  }

  private void hook(Progress progress, BiConsumer<Part<?>, Frame> call) {
    try (TemporaryArrays memory = new TemporaryArrays(assembly.manager());
        GradientMode ignored = GradientMode.disabled()) {
      Frame frame =
          assembly.frames().at(memory.manager(), Mode.EVALUATE, progress, published.values());
      assembly.parts().forEach(part -> call.accept(part, frame));
    }
  }

  private EpochFrame context(Part<?> part, Frame frame) {
    return new EpochFrame(frame.step(part.path()), assembly, published);
  }
}
