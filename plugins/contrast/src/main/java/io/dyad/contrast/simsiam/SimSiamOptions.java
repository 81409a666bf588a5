package io.dyad.contrast.simsiam;

import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code simsiam}.
 *
 * @param stopGradient whether keys get no gradient
 */
public record SimSiamOptions(
    @Doc("whether keys get no gradient; without it representations collapse, as a control shows")
        @Default("true")
        boolean stopGradient) {}
