/** The common kinds of view; start at {@link io.dyad.toolkit.view.TensorView}. */
@NullMarked
package io.dyad.toolkit.view;

import org.jspecify.annotations.NullMarked;
