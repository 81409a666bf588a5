/**
 * Commands run inside the test's JVM, which saves starting one each time. Start reading at {@link
 * io.dyad.system.command.Command}; a finished training is {@link
 * io.dyad.system.command.FinishedRun}.
 */
@NullMarked
package io.dyad.system.command;

import org.jspecify.annotations.NullMarked;
