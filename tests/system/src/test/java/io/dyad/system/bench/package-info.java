/**
 * The command that measures speed. Whether it works, not how fast anything is. Start reading at
 * {@code BenchIT}.
 */
@NullMarked
package io.dyad.system.bench;

import org.jspecify.annotations.NullMarked;
