/**
 * The common kinds of view. Start at {@link io.dyad.toolkit.view.TensorView}; sequences of ids,
 * graphs of one and of several types of nodes, and samples of several parts stand beside it.
 */
@NullMarked
package io.dyad.toolkit.view;

import org.jspecify.annotations.NullMarked;
