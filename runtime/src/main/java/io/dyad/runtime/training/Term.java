package io.dyad.runtime.training;

import io.dyad.api.Loss;
import io.dyad.api.PairSampler;

/**
 * One term of the objective.
 *
 * @param name its key in the configuration
 * @param weight of the loss in the total
 */
record Term(String name, Part<Loss> loss, Part<PairSampler> pairs, double weight) {}
