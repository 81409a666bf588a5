package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.Optional;

/** When the run is saved. */
public record CheckpointOptions(
    @Doc("epochs between checkpoints; 0: at the end only") @Default("0") @Bound("[0, inf)")
        int everyEpochs,
    @Doc("steps between checkpoints within epochs; 0: none") @Default("0") @Bound("[0, inf)")
        long everySteps,
    @Doc("how many of the last checkpoints stay") @Default("3") @Bound("[1, inf)") int keep,
    @Doc("which other one stays; absent: none") Optional<KeepBestOptions> keepBest) {

  /** Returns the metric by which the best checkpoint is kept. */
  public Optional<String> bestMetric() {
    return keepBest.map(KeepBestOptions::metric);
  }
}
