/**
 * A plugin as somebody else would write it: one jar, dropped in. Start reading at {@link
 * io.dyad.system.plugin.PluginJarIT}.
 */
@NullMarked
package io.dyad.system.plugin;

import org.jspecify.annotations.NullMarked;
