/**
 * Relations between anchors and keys that several pair samplers share; start at {@link
 * io.dyad.toolkit.pairs.InBatch}.
 */
@NullMarked
package io.dyad.toolkit.pairs;

import org.jspecify.annotations.NullMarked;
