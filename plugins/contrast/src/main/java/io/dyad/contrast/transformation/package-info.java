/**
 * Feature transformation: positives pushed apart and negatives mixed between the pair sampler and
 * the loss. The equation is in {@code pair-mixing.kernel}; start reading at {@link
 * io.dyad.contrast.transformation.FeatureTransformationProvider}.
 */
@NullMarked
package io.dyad.contrast.transformation;

import org.jspecify.annotations.NullMarked;
