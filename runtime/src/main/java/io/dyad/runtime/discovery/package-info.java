/**
 * Finds plugins. Start at {@link io.dyad.runtime.discovery.Plugins}, which knows the providers and
 * presets of all jars; {@link io.dyad.runtime.discovery.ExtensionPoint} lists what can be provided.
 */
@NullMarked
package io.dyad.runtime.discovery;

import org.jspecify.annotations.NullMarked;
