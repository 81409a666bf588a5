/**
 * SwAV (Caron et al. 2020): the crops of a picture predict each other's soft assignment to learned
 * prototypes. The equation is in {@code swav.kernel}; start reading at {@link
 * io.dyad.contrast.swav.SwavProvider}.
 */
@NullMarked
package io.dyad.contrast.swav;

import org.jspecify.annotations.NullMarked;
