/**
 * Encoders of graphs: {@code gcn}, {@code gat}, {@code sage}, and {@code multiplex} over several
 * graphs of the same nodes. Messages cost O(edges x width) time and memory. Losses that look into a
 * convolution use {@link io.dyad.graph.encoder.GraphConvolutions}.
 */
@NullMarked
package io.dyad.graph.encoder;

import org.jspecify.annotations.NullMarked;
