package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** When the run is saved. */
public record CheckpointOptions(
    @Doc("epochs between checkpoints; 0: at the end only") @Default("0") @Bound("[0, inf)")
        int everyEpochs,
    @Doc("how many of the last checkpoints stay") @Default("3") @Bound("[1, inf)") int keep) {}
