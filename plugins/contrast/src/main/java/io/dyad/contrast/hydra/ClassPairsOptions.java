package io.dyad.contrast.hydra;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/**
 * Options of {@code class-pairs}.
 *
 * @param classes how many classes there are
 * @param type how the second class of a pair is chosen
 * @param exclude pairs of classes that are never paired
 * @param output which output of the main network is compared
 * @param target the labels
 * @param bothWays whether each view is an anchor, too
 */
public record ClassPairsOptions(
    @Doc("how many classes there are; labels run from 0") @Bound("[2, inf)") long classes,
    @Doc("how the second class of a pair is chosen") @Default("arbitrary") ClassPairType type,
    @Doc("pairs of classes that never are a pair, such as [\"0-1\", \"2-3\"]") @Default("[]")
        List<String> exclude,
    @Doc("which output of the main network is compared") @Default("projection") String output,
    @Doc("the target that holds the labels") @Default("label") String target,
    @Doc("whether the views change places in a second contrast") @Default("false")
        boolean bothWays) {}
