/**
 * Runs the engine's script language from Java: kernels, gradients of any order, and the thread's
 * gradient mode. A source is rewritten into a class, packed as an archive in memory, loaded, and
 * its functions are called through handles that DJL keeps private. Start reading at {@link
 * io.dyad.runtime.kernel.ScriptKernels}.
 */
@NullMarked
package io.dyad.runtime.kernel;

import org.jspecify.annotations.NullMarked;
