/**
 * What losses over aligned views share: several views in which row i shows sample i. Start reading
 * at {@link io.dyad.contrast.views.AlignedViews}.
 */
@NullMarked
package io.dyad.contrast.views;

import org.jspecify.annotations.NullMarked;
