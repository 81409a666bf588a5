package io.dyad.vision.source;

import io.dyad.api.Bound;
import io.dyad.api.DataSource;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Spec;

/** Options of {@code overlay}. */
public record OverlayOptions(
    @Doc("where the images come from") Spec<DataSource> base,
    @Doc("where what is drawn over some of them comes from; as many channels, no larger")
        Spec<DataSource> over,
    @Doc("share of the images that something is drawn over") @Default("0.5") @Bound("[0, 1]")
        double share,
    @Doc("weight of what is drawn; that of every image is the rest")
        @Default("0.5")
        @Bound("[0, 1]")
        double opacity,
    @Doc("by how much what is drawn is enlarged, pixel by pixel") @Default("1") @Bound("[1, inf)")
        int magnify,
    @Doc("the target that is 1 where something was drawn, else 0") @Default("domain") String domain,
    @Doc("the target that holds the label of what was drawn, -1 where nothing was") @Default("over")
        String label,
    @Doc("where the choice of images and places starts from") @Default("1") long seed) {}
