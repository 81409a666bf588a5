/**
 * MEOW: a heterogeneous graph seen coarsely, by the mean of its meta-paths, and finely, each
 * meta-path with what lies on it. Start at {@link io.dyad.graph.meow.MeowViewsProvider}.
 */
@NullMarked
package io.dyad.graph.meow;

import org.jspecify.annotations.NullMarked;
