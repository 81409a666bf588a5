/**
 * POT: training that proves how close a node stays to its positive whatever edges are dropped.
 * Start reading at {@link io.dyad.graph.pot.PotProvider}; the equation is in {@link
 * io.dyad.graph.pot.CompactnessEquation}.
 */
@NullMarked
package io.dyad.graph.pot;

import org.jspecify.annotations.NullMarked;
