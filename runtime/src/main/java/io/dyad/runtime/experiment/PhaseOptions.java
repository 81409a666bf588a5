package io.dyad.runtime.experiment;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;
import java.util.Optional;

/** A phase of a procedure: some terms, and the parameters that are trained for them. */
public record PhaseOptions(
    @Doc("names of terms; none: all of them") @Default("[]") List<String> terms,
    @Doc("patterns of parameter names, * for any characters") @Default("[\"*\"]")
        List<String> trains,
    @Doc("what turns its gradients into steps; absent: train.optimizer")
        Optional<OptimizerOptions> optimizer) {}
