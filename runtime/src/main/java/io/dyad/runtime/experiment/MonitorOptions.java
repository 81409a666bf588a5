package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** What is watched during training. */
public record MonitorOptions(
    @Doc("whether a collapsed representation stops the run") @Default("true") boolean collapse,
    @Doc("steps between lines of the metrics file") @Default("10") @Bound("[1, inf)")
        int logEverySteps) {}
