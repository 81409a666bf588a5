/**
 * Data for finding classes that nobody named: some classes have a few labels, others none. Start at
 * {@link io.dyad.contrast.discovery.CategoryDiscoveryProvider}.
 */
@NullMarked
package io.dyad.contrast.discovery;

import org.jspecify.annotations.NullMarked;
