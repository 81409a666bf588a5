/**
 * BaCon (2023, arXiv 2310.01376): known classes with few labels, unknown ones without, both of
 * unequal size. A contrastive branch estimates how many samples each class has, a classifier
 * follows that estimate, and its soft labels say which pairs the contrast pulls together.
 *
 * <p>The contrast is {@code info-nce} three times, over {@code in-batch}, {@link
 * io.dyad.contrast.bacon.LabelledProvider labelled} and {@link
 * io.dyad.contrast.bacon.SelfBalancedProvider self-balanced} pairs; the classifier learns by {@link
 * io.dyad.contrast.bacon.PseudoLabelProvider pseudo-label}. Start reading at {@link
 * io.dyad.contrast.bacon.TwoBranchesProvider}, the order of a step and of an epoch.
 */
@NullMarked
package io.dyad.contrast.bacon;

import org.jspecify.annotations.NullMarked;
