/**
 * Many runs from one configuration, as processes beside each other, and one table of what they
 * found. Start at {@link io.dyad.runtime.sweep.SweepFile}, which reads the configuration, then
 * {@link io.dyad.runtime.sweep.Sweep}, which runs it; {@link io.dyad.runtime.sweep.SweepTable} is
 * the outcome.
 */
@NullMarked
package io.dyad.runtime.sweep;

import org.jspecify.annotations.NullMarked;
