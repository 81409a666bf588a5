package io.dyad.contract;

/** Changes of the rows that leave the value of a loss as it is, unless the loss says otherwise. */
public enum Symmetry {
  /** The rows of a view change places with those of the next. */
  ORDER_OF_VIEWS,
  /** All views and targets are put into another order of samples. */
  ORDER_OF_SAMPLES,
  /** Each row is multiplied by a positive number of its own. */
  LENGTH_OF_ROWS
}
