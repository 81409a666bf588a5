/**
 * Barlow Twins (Zbontar et al. 2021): the cross-correlation of two views' features is drawn to the
 * identity. The equation is in {@code barlow-twins.kernel}; start reading at {@link
 * io.dyad.contrast.barlowtwins.BarlowTwinsProvider}.
 */
@NullMarked
package io.dyad.contrast.barlowtwins;

import org.jspecify.annotations.NullMarked;
