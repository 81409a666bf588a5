package ${package};

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code ${name}}.
 *
 * @param sharpness how fast the push between two rows fades with their squared distance
 * @param uniformity weight of the push beside the pull
 */
public record ${type}LossOptions(
    @Doc("how fast the push between two rows fades with their squared distance")
        @Default("2")
        @Bound("(0, 20]")
        double sharpness,
    @Doc("weight of the push beside the pull") @Default("1") @Bound("[0, inf)")
        double uniformity) {}
