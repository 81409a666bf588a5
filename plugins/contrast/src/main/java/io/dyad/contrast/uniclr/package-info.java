/**
 * UniCLR (Li et al. 2022): losses on the affinity matrix of two views after whitening both
 * together. SimWhitening contrasts its rows, SimTrace takes its diagonal. SimAffinity, without
 * whitening, is {@code info-nce} over {@code cross-view} pairs; the symmetric term is {@code
 * symmetry}. The equations are in {@code whitened-affinity.kernel}; start reading at {@link
 * io.dyad.contrast.uniclr.SimWhiteningProvider}.
 */
@NullMarked
package io.dyad.contrast.uniclr;

import org.jspecify.annotations.NullMarked;
