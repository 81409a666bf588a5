package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;
import java.util.Optional;

/** Options of the step {@code crop}: a random resized crop. */
public record CropOptions(
    @Doc("range of the share of the area that is kept") @Default("[0.08, 1]") @Bound("(0, 1]")
        List<Double> area,
    @Doc("range of width divided by height")
        @Default("[0.75, 1.3333333333333333]")
        @Bound("(0, inf)")
        List<Double> ratio,
    @Doc("side of the square result in pixels; the size of the input if absent") @Bound("[1, inf)")
        Optional<Integer> side,
    @Doc("whether shrinking averages over all pixels instead of picking neighbours")
        @Default("true")
        boolean antialias) {}
