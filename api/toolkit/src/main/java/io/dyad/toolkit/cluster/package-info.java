/**
 * Clusters of rows, and which cluster is which class; start at {@link
 * io.dyad.toolkit.cluster.KMeans}.
 */
@NullMarked
package io.dyad.toolkit.cluster;

import org.jspecify.annotations.NullMarked;
