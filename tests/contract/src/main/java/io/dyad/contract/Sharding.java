package io.dyad.contract;

import io.dyad.contract.check.Numbers;

/** How the loss of a batch follows from the losses of its halves. */
public enum Sharding {
  /** It is their mean: samples do not see each other, and the loss is a mean over them. */
  MEAN_OF_SHARDS,
  /** It is their sum: samples do not see each other, and the loss is a sum over them. */
  SUM_OF_SHARDS,
  /** Neither: samples see each other, as negatives or through statistics of the batch. */
  WHOLE_BATCH;

  /** Returns whether three losses in float64 are related like this. */
  boolean holds(double whole, double first, double second) {
    double sum = first + second;
    return switch (this) {
      case MEAN_OF_SHARDS -> Numbers.same(whole, sum / 2);
      case SUM_OF_SHARDS -> Numbers.same(whole, sum);
      case WHOLE_BATCH -> Numbers.distinct(whole, sum / 2) && Numbers.distinct(whole, sum);
    };
  }
}
