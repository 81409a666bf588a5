package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/** Options of the step {@code rotation}: a turn about the centre; zeros come in. */
public record RotationOptions(
    @Doc("probability that an image gets this step") @Default("1") @Bound("[0, 1]")
        double probability,
    @Doc("range of the angle in degrees, counter-clockwise") @Default("[-10, 10]")
        List<Double> degrees) {}
