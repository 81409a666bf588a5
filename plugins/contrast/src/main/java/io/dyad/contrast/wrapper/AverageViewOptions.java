package io.dyad.contrast.wrapper;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Loss;
import io.dyad.api.Spec;

/**
 * Options of {@code average-view}.
 *
 * @param loss of two views
 * @param normalize whether rows are scaled to unit length before they are averaged
 */
public record AverageViewOptions(
    @Doc("a loss of two views; it decides whether means are scaled to unit length, too")
        Spec<Loss> loss,
    @Doc("whether rows are scaled to unit length before they are averaged") @Default("true")
        boolean normalize) {}
