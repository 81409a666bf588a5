/**
 * How much memory a run will take, and whether it can have it. Start at {@link
 * io.dyad.runtime.memory.MemoryEstimate}.
 */
@NullMarked
package io.dyad.runtime.memory;

import org.jspecify.annotations.NullMarked;
