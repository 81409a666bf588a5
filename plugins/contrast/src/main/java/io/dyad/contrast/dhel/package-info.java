/**
 * DHEL and MV-DHEL: partners attract, and in each view by itself samples repel. The equation, which
 * is one for any number of views, is in {@code dhel.kernel}; start reading at {@link
 * io.dyad.contrast.dhel.MvDhelProvider}.
 */
@NullMarked
package io.dyad.contrast.dhel;

import org.jspecify.annotations.NullMarked;
