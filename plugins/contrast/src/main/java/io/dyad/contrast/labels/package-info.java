/**
 * What sources over other sources share: the labels of a split, read before there is any training.
 * Start reading at {@link io.dyad.contrast.labels.SplitLabels}.
 */
@NullMarked
package io.dyad.contrast.labels;

import org.jspecify.annotations.NullMarked;
