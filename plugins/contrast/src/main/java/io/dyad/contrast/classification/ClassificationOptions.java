package io.dyad.contrast.classification;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Targets;

/**
 * Options of {@code classification}.
 *
 * @param target which target of the batch is the class
 * @param labelSmoothing share of the target that is spread over all classes
 */
public record ClassificationOptions(
    @Doc("which target of the batch is the class; -1 is unknown and ignored")
        @Default(Targets.LABEL)
        String target,
    @Doc("share of the target that is spread over all classes") @Default("0") @Bound("[0, 1)")
        double labelSmoothing) {}
