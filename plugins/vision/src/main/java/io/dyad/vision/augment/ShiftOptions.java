package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Doc;

/** Options of the step {@code shift}: a move by whole pixels; zeros come in. */
public record ShiftOptions(
    @Doc("largest move in pixels, up, down, left or right") @Bound("[0, inf)") int pixels) {}
