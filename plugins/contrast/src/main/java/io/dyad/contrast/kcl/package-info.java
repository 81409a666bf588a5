/**
 * KCL: energies of kernels in place of logarithms of sums, so that the expected value does not
 * depend on the size of a batch. The equation is in {@code kcl.kernel}; start reading at {@link
 * io.dyad.contrast.kcl.KclProvider}.
 */
@NullMarked
package io.dyad.contrast.kcl;

import org.jspecify.annotations.NullMarked;
