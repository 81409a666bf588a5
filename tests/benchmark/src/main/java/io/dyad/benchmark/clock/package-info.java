/**
 * Tells JMH the time inside kernels from time around them. Start reading at {@link
 * io.dyad.benchmark.clock.StepClock}.
 */
@NullMarked
package io.dyad.benchmark.clock;

import org.jspecify.annotations.NullMarked;
