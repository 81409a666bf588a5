/**
 * Binds HOCON to records. Start at {@link io.dyad.runtime.options.OptionsBinder}; {@link
 * io.dyad.runtime.options.Problems} collects everything that is wrong, so that a user hears of it
 * in one go, each with its file and line.
 */
@NullMarked
package io.dyad.runtime.options;

import org.jspecify.annotations.NullMarked;
