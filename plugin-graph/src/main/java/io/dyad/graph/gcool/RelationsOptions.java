package io.dyad.graph.gcool;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/**
 * Options of {@code relations}.
 *
 * @param metaPaths which meta-paths become views, in this order
 * @param weighted whether edges weigh what the meta-paths say
 */
public record RelationsOptions(
    @Doc("which meta-paths become views, in this order; empty: all there are") @Default("[]")
        List<String> metaPaths,
    @Doc("whether edges weigh what the meta-paths say, such as counts of paths, or 1 each")
        @Default("false")
        boolean weighted) {}
