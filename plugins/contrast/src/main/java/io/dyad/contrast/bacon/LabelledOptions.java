package io.dyad.contrast.bacon;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Targets;

/** Options of {@code labelled}. */
public record LabelledOptions(
    @Doc("which output of the main network is compared") @Default(Embeddings.PROJECTION)
        String output,
    @Doc("the target that knows the class of labelled samples, and -1 of others")
        @Default(Targets.LABEL)
        String target) {}
