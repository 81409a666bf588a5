package io.dyad.contrast.pairs;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Targets;

/**
 * Options of {@code labels}.
 *
 * @param output which output of the main network is compared
 * @param target which target of the batch says what belongs together
 * @param mode which views are anchors
 */
public record LabelsOptions(
    @Doc("which output of the main network is compared") @Default("projection") String output,
    @Doc("which target of the batch says what belongs together") @Default(Targets.LABEL)
        String target,
    @Doc("which views are anchors: all, or the first one") @Default("all") AnchorViews mode) {}
