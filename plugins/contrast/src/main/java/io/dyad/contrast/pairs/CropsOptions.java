package io.dyad.contrast.pairs;

import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code crops}.
 *
 * @param output which output of the main network is compared
 * @param anchors the tag of the views that are anchors
 */
public record CropsOptions(
    @Doc("which output of the main network is compared") @Default("projection") String output,
    @Doc("tag of the views that are anchors; all views are where none has a tag") @Default("global")
        String anchors) {}
