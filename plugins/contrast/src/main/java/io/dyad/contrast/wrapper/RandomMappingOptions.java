package io.dyad.contrast.wrapper;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Loss;
import io.dyad.api.Spec;
import java.util.Optional;

/**
 * Options of {@code random-mapping}.
 *
 * @param loss that sees the mapped rows
 * @param rows an output that the pairs name
 * @param dimensions the width of mapped rows
 * @param interval epochs between two draws
 * @param normalize whether rows are scaled to unit length before they are mapped
 */
public record RandomMappingOptions(
    @Doc("the loss that sees the mapped rows") Spec<Loss> loss,
    @Doc("an output that the pairs name, for the width of their rows")
        @Default(Embeddings.PROJECTION)
        String rows,
    @Doc("width of mapped rows; as wide as before unless given") @Bound("[1, inf)")
        Optional<Integer> dimensions,
    @Doc("epochs between two draws of the matrix; the first draw lasts one less")
        @Default("10")
        @Bound("[1, inf)")
        long interval,
    @Doc("whether rows are scaled to unit length before they are mapped") @Default("false")
        boolean normalize) {}
