/**
 * Views of a graph: edges dropped and features masked, at random (GRACE, arXiv 2006.04131) or the
 * more the less central they are (GCA, arXiv 2010.14945), and diffusion (MVGRL, arXiv 2006.05582).
 * Start at {@link io.dyad.graph.augment.GraphAugment}; the equations of its probabilities are
 * {@link io.dyad.graph.augment.Centralities} and {@link io.dyad.graph.augment.DropProbabilities}.
 */
@NullMarked
package io.dyad.graph.augment;

import org.jspecify.annotations.NullMarked;
