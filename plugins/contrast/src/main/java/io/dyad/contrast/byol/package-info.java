/**
 * BYOL (Grill et al. 2020): predictions of one view are drawn to the momentum twin's projections of
 * the other, without negatives. Start reading at {@link io.dyad.contrast.byol.ByolProvider}; twin,
 * predictor and pairs are parts of the preset.
 */
@NullMarked
package io.dyad.contrast.byol;

import org.jspecify.annotations.NullMarked;
