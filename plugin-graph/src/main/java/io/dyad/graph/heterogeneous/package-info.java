/**
 * Graphs whose nodes have several types: read from a folder or generated, with the counts of paths
 * along meta-paths. Start at {@link io.dyad.graph.heterogeneous.HeterogeneousProvider}; {@link
 * io.dyad.graph.heterogeneous.CountMatrix} is what paths are counted with.
 */
@NullMarked
package io.dyad.graph.heterogeneous;

import org.jspecify.annotations.NullMarked;
