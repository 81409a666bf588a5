/**
 * Wires a run with Guice. Start at {@link io.dyad.runtime.wiring.Wiring}; the modules bind the
 * engine, the plugins and the experiment.
 */
@NullMarked
package io.dyad.runtime.wiring;

import org.jspecify.annotations.NullMarked;
