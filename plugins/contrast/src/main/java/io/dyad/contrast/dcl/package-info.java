/**
 * Decoupled contrastive learning with weighted positives, {@code dclw}; start at {@link
 * io.dyad.contrast.dcl.DclwProvider}. Plain DCL is {@code info-nce} over a sampler with {@code
 * partner-in-denominator = false}.
 */
@NullMarked
package io.dyad.contrast.dcl;

import org.jspecify.annotations.NullMarked;
