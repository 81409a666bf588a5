/**
 * Shared by all plugins: view types, numerics and file formats. Start reading at the view package.
 */
@NullMarked
package io.dyad.toolkit;

import org.jspecify.annotations.NullMarked;
