/**
 * The built folder, started as a user starts it. Start reading at {@link
 * io.dyad.system.launcher.LauncherIT}.
 */
@NullMarked
package io.dyad.system.launcher;

import org.jspecify.annotations.NullMarked;
