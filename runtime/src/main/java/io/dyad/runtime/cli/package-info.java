/**
 * The command line. Start at {@link io.dyad.runtime.cli.Dyad}; a new command is a class like {@link
 * io.dyad.runtime.cli.ConfigCommand} and a word in {@link io.dyad.runtime.cli.DyadCommand}.
 */
@NullMarked
package io.dyad.runtime.cli;

import org.jspecify.annotations.NullMarked;
