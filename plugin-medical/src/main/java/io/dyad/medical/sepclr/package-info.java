/**
 * SepCLR (Louiset et al. 2024): what two sets of data share and what one adds, in two codes. The
 * equation is in {@code sepclr.kernel}; start reading at {@link
 * io.dyad.medical.sepclr.SepClrProvider}.
 */
@NullMarked
package io.dyad.medical.sepclr;

import org.jspecify.annotations.NullMarked;
