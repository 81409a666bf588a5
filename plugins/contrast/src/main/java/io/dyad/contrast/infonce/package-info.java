/**
 * The contrastive cross entropy of SimCLR, MoCo, SupCon and GRACE, which differ in their pairs
 * only. The equation is in {@code info-nce.kernel}; start reading at {@link
 * io.dyad.contrast.infonce.InfoNceProvider}.
 */
@NullMarked
package io.dyad.contrast.infonce;

import org.jspecify.annotations.NullMarked;
