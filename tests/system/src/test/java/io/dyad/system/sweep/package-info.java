/**
 * Sweeps, the examples that are some, and the page of methods that is made of one. Start at {@link
 * io.dyad.system.sweep.SweepIT}.
 */
@NullMarked
package io.dyad.system.sweep;

import org.jspecify.annotations.NullMarked;
