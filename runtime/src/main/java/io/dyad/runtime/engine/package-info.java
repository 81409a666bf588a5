/**
 * Starts DJL's PyTorch engine and chooses the device. Start at {@link
 * io.dyad.runtime.engine.Engines}; nothing else may touch DJL before it has run.
 */
@NullMarked
package io.dyad.runtime.engine;

import org.jspecify.annotations.NullMarked;
