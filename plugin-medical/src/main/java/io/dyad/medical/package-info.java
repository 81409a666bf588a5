/** Methods for medical data. Each method has a package of its own. */
@NullMarked
package io.dyad.medical;

import org.jspecify.annotations.NullMarked;
