package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of the step {@code dropout}: pixels become zero, all channels together. */
public record DropoutOptions(
    @Doc("share of pixels") @Default("0.1") @Bound("[0, 1]") double rate) {}
