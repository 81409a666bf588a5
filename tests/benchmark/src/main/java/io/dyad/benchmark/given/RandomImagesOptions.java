package io.dyad.benchmark.given;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of {@code random-images}. */
public record RandomImagesOptions(
    @Doc("how many images the training split has") @Bound("[1, inf)") int samples,
    @Doc("channels of an image") @Default("3") @Bound("[1, inf)") int channels,
    @Doc("height and width in pixels") @Default("32") @Bound("[1, inf)") int side) {}
