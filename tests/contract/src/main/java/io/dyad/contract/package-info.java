/**
 * The kit for plugin tests. Start at {@link io.dyad.contract.harness.Harness} to run a part by
 * hand, and at {@link io.dyad.contract.vectors.VectorSuite} for reference vectors.
 */
@NullMarked
package io.dyad.contract;

import org.jspecify.annotations.NullMarked;
