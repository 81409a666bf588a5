/**
 * gCooL (Li, Jing and Tong 2022): nodes of a graph are contrasted while soft communities are
 * learned beside them. The node contrast is {@code info-nce} under one-way {@code cross-view}
 * pairs; the loss {@code communities} is the rest. The equations are in {@code communities.kernel};
 * start reading at {@link io.dyad.graph.gcool.CommunitiesProvider}. For a graph of several
 * relations {@link io.dyad.graph.gcool.RelationsProvider} makes one view of each.
 */
@NullMarked
package io.dyad.graph.gcool;

import org.jspecify.annotations.NullMarked;
