/**
 * Operators that the array interface lacks, each a small class over one kernel: segment sums,
 * sparse products, Fourier transforms, affine resampling. All are differentiable. Start reading at
 * {@link io.dyad.toolkit.kernel.SegmentSum}.
 */
@NullMarked
package io.dyad.toolkit.kernel;

import org.jspecify.annotations.NullMarked;
