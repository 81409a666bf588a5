/**
 * Writes the project of a new plugin from template files in the resources of this package. Start at
 * {@link io.dyad.runtime.template.PluginProject}; the file {@code index} there says which template
 * becomes which file.
 */
@NullMarked
package io.dyad.runtime.template;

import org.jspecify.annotations.NullMarked;
