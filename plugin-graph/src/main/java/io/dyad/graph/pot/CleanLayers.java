package io.dyad.graph.pot;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Experimental;

/**
 * Both layers of a graph-convolutional network on the graph from which nothing was dropped.
 *
 * @param mapped the features times the first weights, shape (nodes, hidden)
 * @param hidden what the first layer makes of them, times the second weights, shape (nodes, width)
 * @param second the second weights, shape (hidden, width)
 * @param firstBias shape (hidden)
 * @param secondBias shape (width)
 * @param slope of the activation below zero, from 0 to 1
 */
@Experimental
public record CleanLayers(
    NDArray mapped,
    NDArray hidden,
    NDArray second,
    NDArray firstBias,
    NDArray secondBias,
    double slope) {}
