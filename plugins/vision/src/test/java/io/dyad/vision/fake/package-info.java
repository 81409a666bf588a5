/** Stand-ins for the runtime in tests of single parts. */
@NullMarked
package io.dyad.vision.fake;

import org.jspecify.annotations.NullMarked;
