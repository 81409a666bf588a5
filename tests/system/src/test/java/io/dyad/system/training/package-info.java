/** Trains presets in this process and looks at what it costs. */
@NullMarked
package io.dyad.system.training;

import org.jspecify.annotations.NullMarked;
