package io.dyad.contrast.uniclr;

/** Over which rows mean and covariance are taken. */
public enum StatisticsKind {
  /** Those of the batch. */
  BATCH,
  /** All rows so far; the batch counts before its loss is taken. */
  RUNNING
}
