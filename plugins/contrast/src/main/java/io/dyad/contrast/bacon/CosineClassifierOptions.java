package io.dyad.contrast.bacon;

import io.dyad.api.Bound;
import io.dyad.api.Doc;

/** Options of {@code cosine-classifier}. */
public record CosineClassifierOptions(
    @Doc("how many classes, known and new ones") @Bound("[2, inf)") int classes) {}
