/**
 * Published methods written against the API, as the evidence that its shape carries them: the data
 * flow is real, sizes and side conditions are short. {@code docs/api-fit.md} says which row each
 * class stands for; start at {@link io.dyad.system.sketch.SwavSketch}.
 */
@NullMarked
package io.dyad.system.sketch;

import org.jspecify.annotations.NullMarked;
