/**
 * Hydra: any two classes may be a positive pair, compared through a gate of that pair. The equation
 * is in {@code hydra.kernel}; start reading at {@link io.dyad.contrast.hydra.HydraProvider} and
 * {@link io.dyad.contrast.hydra.ClassPairsProvider}.
 */
@NullMarked
package io.dyad.contrast.hydra;

import org.jspecify.annotations.NullMarked;
