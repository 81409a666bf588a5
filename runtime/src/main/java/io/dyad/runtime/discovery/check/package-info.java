/**
 * What can be said of a plugin without training with it. Start at {@link
 * io.dyad.runtime.discovery.check.PluginCheck}; a new check is a class like {@link
 * io.dyad.runtime.discovery.check.ManifestCheck} and a line there.
 */
@NullMarked
package io.dyad.runtime.discovery.check;

import org.jspecify.annotations.NullMarked;
