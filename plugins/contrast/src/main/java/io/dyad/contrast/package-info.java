/** Losses and pair samplers for any data. Each method has a package of its own. */
@NullMarked
package io.dyad.contrast;

import org.jspecify.annotations.NullMarked;
