/**
 * The kit for plugin tests: one class to extend for each kind of part. Start at {@link
 * io.dyad.contract.LossContract}; what a check computes is in {@link io.dyad.contract.check}, its
 * surroundings in {@link io.dyad.contract.harness}, recorded numbers in {@link
 * io.dyad.contract.vectors}.
 */
@NullMarked
package io.dyad.contract;

import org.jspecify.annotations.NullMarked;
