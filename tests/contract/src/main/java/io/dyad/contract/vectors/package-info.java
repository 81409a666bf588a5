/**
 * Reference vectors: recorded inputs, outputs and gradients of a method, mostly from its authors'
 * code, and their comparison with ours. Start at {@link io.dyad.contract.vectors.VectorSuite}; a
 * method joins in through a {@link io.dyad.contract.vectors.VectorAdapter}.
 */
@NullMarked
package io.dyad.contract.vectors;

import org.jspecify.annotations.NullMarked;
