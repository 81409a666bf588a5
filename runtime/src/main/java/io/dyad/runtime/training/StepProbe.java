package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.api.TaggedView;
import io.dyad.api.Views;
import io.dyad.runtime.experiment.TrainOptions;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.memory.MemoryEstimate;
import io.dyad.runtime.memory.NativeHeap;
import io.dyad.runtime.memory.ProcessMemory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures on a few samples (on all, where they are one batch that cannot be cut) what a step holds
 * in memory: the samples, their views, and what the networks keep for the backward pass. Changes
 * nothing: networks run in the mode of evaluation.
 */
public final class StepProbe {
  private static final long FEW = 2;
  private static final long MANY = 32;
  private static final long AFFORDABLE = 256L << 20;
  private static final Progress BEFORE = Progress.of(0, 0, 0, 0);

  private final Assembly assembly;
  private long views = 1;

  /** What is held at the end of a forward pass, in bytes. */
  private record Held(long views, long activations) {
    Held less(Held other) {
      return new Held(
          Math.max(0, views - other.views), Math.max(0, activations - other.activations));
    }

    Held by(long samples) {
      return new Held(views / samples, activations / samples);
    }
  }

  private StepProbe(Assembly assembly) {
    this.assembly = assembly;
  }

  /**
   * Returns what the run will need, or nothing where memory cannot be counted.
   *
   * @param momentsPerParameter arrays of a parameter's size that the optimiser keeps
   */
  public static Optional<MemoryEstimate> estimate(Assembly assembly, int momentsPerParameter) {
    if (NativeHeap.bytes().isEmpty() || assembly.manager().getDevice().isGpu()) {
      return Optional.empty();
    }
    StepProbe probe = new StepProbe(assembly);
    Held perSample = probe.perSample();
    TrainOptions train = assembly.experiment().train();
    long parameters = assembly.parameters().values().stream().mapToLong(StepProbe::bytes).sum();
    return Optional.of(
        new MemoryEstimate(
            ProcessMemory.resident(),
            parameters * ((train.microBatch() > 0 ? 2 : 1) + momentsPerParameter),
            perSample.views(),
            perSample.activations(),
            assembly.data().batch(),
            train.microBatch(),
            probe.views,
            assembly.data().isWhole(Data.TRAIN)));
  }

  private static long bytes(NDArray array) {
    return array.size() * array.getDataType().getNumOfBytes();
  }

  private Held perSample() {
    List<NDArray> still =
        assembly.parameters().values().stream().filter(array -> !array.hasGradient()).toList();
    still.forEach(array -> array.setRequiresGradient(true));
    try {
      held(1);
      if (assembly.data().isWhole(Data.TRAIN)) {
        long all = assembly.data().size(Data.TRAIN);
        return held(all).by(all);
      }
      Held few = held(FEW);
      long one = (few.views() + few.activations()) / FEW;
      long many = Math.max(FEW + 1, Math.min(MANY, AFFORDABLE / Math.max(1, one)));
      many = Math.min(many, assembly.data().size(Data.TRAIN));
      return many > FEW ? held(many).less(few).by(many - FEW) : few.by(FEW);
    } finally {
      still.forEach(array -> array.setRequiresGradient(false));
    }
  }

  /** Returns what is held at the end of a forward pass over so many samples. */
  private Held held(long samples) {
    try (TemporaryArrays memory = new TemporaryArrays(assembly.manager());
        GradientMode ignored = GradientMode.enabled()) {
      Frame frame = assembly.frames().at(memory.manager(), Mode.EVALUATE, BEFORE, Map.of());
      long before = NativeHeap.bytes().orElse(0);
      Batch batch = assembly.data().first(samples, frame.step("data"));
      Views made = new TrainingViews(assembly).of(batch, 0, memory.manager());
      views = made.all().size();
      long encoded = NativeHeap.bytes().orElse(0);
      for (TrainedNetwork network : assembly.networks().values()) {
        for (TaggedView view : made.all()) {
          network.apply(view.view(), frame::step);
        }
      }
      return new Held(encoded - before, NativeHeap.bytes().orElse(0) - encoded);
    }
  }
}
