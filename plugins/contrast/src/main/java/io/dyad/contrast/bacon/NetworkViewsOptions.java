package io.dyad.contrast.bacon;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Network;

/** Options of {@code network-views}. */
public record NetworkViewsOptions(
    @Doc("the network whose rows are compared") @Default(Network.MAIN) String network,
    @Doc("the output that is compared") @Default("logits") String output) {}
