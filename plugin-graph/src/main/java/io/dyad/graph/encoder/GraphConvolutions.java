package io.dyad.graph.encoder;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Experimental;
import io.dyad.toolkit.view.GraphView;
import java.util.Optional;

/**
 * An encoder that is a chain of graph convolutions, {@code X' = activation(Ahat X W + b)}, seen
 * from the inside. Losses that follow bounds through it get it by {@link
 * io.dyad.api.Network#as}{@code (GraphConvolutions.class)}.
 *
 * <p>Arrays of weights are the ones that are trained, with their gradients, not copies; do not
 * close them.
 *
 * @since 0.1
 */
@Experimental
public interface GraphConvolutions {
  /** Returns how many layers there are, at least 1. */
  int layers();

  /** Returns the weight of a layer, shape (inputs, outputs); layers count from 0. */
  NDArray weight(int layer);

  /** Returns the bias of a layer, shape (outputs), if layers have one. */
  Optional<NDArray> bias(int layer);

  /** Returns what follows every layer but perhaps the last. */
  Activation activation();

  /** Returns whether the activation follows the last layer, too. */
  boolean activatesLast();

  /**
   * Returns by what the activation multiplies numbers below zero: 0 for {@link Activation#RELU},
   * the slope learnt so far for {@link Activation#PRELU} (read from the device, without a
   * gradient), the mean slope for {@link Activation#RRELU}.
   *
   * @throws IllegalStateException if the activation is not a line below zero
   */
  double slope();

  /**
   * Returns what follows a layer, here of any numbers: differentiable with respect to them and to a
   * slope that is learnt.
   */
  NDArray activate(NDArray numbers);

  /**
   * Returns {@code Ahat X}, where {@code Ahat = D^-1/2 (A + I) D^-1/2}; A[t, s] is the weight of
   * the edge from s to t, and D the weighted in-degree plus 1.
   *
   * @param rows X, shape (nodes, width), one row a node of the graph
   * @param graph whose edges and weights count; features and selection do not
   * @return shape (nodes, width), differentiable with respect to {@code rows} and the weights of
   *     the edges, in the manager of {@code rows}
   */
  NDArray propagate(NDArray rows, GraphView graph);
}
