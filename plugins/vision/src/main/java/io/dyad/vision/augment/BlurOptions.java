package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/** Options of the step {@code blur}: Gaussian blur. */
public record BlurOptions(
    @Doc("probability that an image gets this step") @Default("0.5") @Bound("[0, 1]")
        double probability,
    @Doc("range of the standard deviation in pixels") @Default("[0.1, 2]") @Bound("(0, inf)")
        List<Double> sigma,
    @Doc("odd width of the filter in pixels") @Default("3") @Bound("[1, inf)") int size) {}
