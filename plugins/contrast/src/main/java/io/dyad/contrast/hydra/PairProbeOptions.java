package io.dyad.contrast.hydra;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import java.util.List;

/**
 * Options of {@code class-pair-probe}.
 *
 * @param classes how many classes there are
 * @param pairs of classes that are told apart
 * @param output what is probed
 * @param target the labels
 */
public record PairProbeOptions(
    @Doc("how many classes there are; labels run from 0") @Bound("[2, inf)") long classes,
    @Doc("pairs of classes whose mean is a figure of its own, such as [\"0-1\", \"2-3\"]")
        List<String> pairs,
    @Doc("which output of the main network is probed") @Default(Embeddings.REPRESENTATION)
        String output,
    @Doc("the target that holds the labels") @Default("label") String target) {}
