/**
 * Runs single parts in a test, with real kernels and float64, without a training loop. Start at
 * {@link io.dyad.contract.harness.Harness}.
 */
@NullMarked
package io.dyad.contract.harness;

import org.jspecify.annotations.NullMarked;
