package io.dyad.graph.encoder;

import io.dyad.api.Experimental;

/**
 * What follows a graph convolution, number by number.
 *
 * @since 0.1
 */
@Experimental
public enum Activation {
  /** The number, 0 below zero. */
  RELU,
  /** The number, times a learnt slope below zero; all layers share the slope. */
  PRELU,
  /**
   * The number, times a slope below zero that training draws from (1/8, 1/3) for each number anew,
   * and evaluation takes as their mean.
   */
  RRELU,
  /** The number, exp(x) - 1 below zero. */
  ELU
}
