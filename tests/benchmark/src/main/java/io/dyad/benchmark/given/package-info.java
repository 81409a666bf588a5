/**
 * Data and views that cost nothing, so that a step shows what the rest of it costs. Start reading
 * at {@link io.dyad.benchmark.given.FixedViewsProvider}.
 */
@NullMarked
package io.dyad.benchmark.given;

import org.jspecify.annotations.NullMarked;
