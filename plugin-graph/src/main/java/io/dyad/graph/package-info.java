/**
 * Contrastive learning on graphs. Sources, encoders and views are shared; each method has a package
 * of its own.
 */
@NullMarked
package io.dyad.graph;

import org.jspecify.annotations.NullMarked;
