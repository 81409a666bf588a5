/**
 * AMCL (adaptive multi-head contrastive learning): several projector heads, and a temperature for
 * each pair and head that small networks of the loss predict. Hosts are contrastive losses over any
 * pairs, SimSiam and Barlow Twins. The equations are in {@code amcl.kernel}; start reading at
 * {@link io.dyad.contrast.amcl.AmclProvider}.
 */
@NullMarked
package io.dyad.contrast.amcl;

import org.jspecify.annotations.NullMarked;
