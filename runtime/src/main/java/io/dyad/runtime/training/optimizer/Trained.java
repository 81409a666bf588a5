package io.dyad.runtime.training.optimizer;

import ai.djl.ndarray.NDArray;

/**
 * A parameter and how it is trained.
 *
 * @param name full name, unique among the parameters of an optimiser
 * @param array requires a gradient
 * @param learningRateFactor multiplies the learning rate
 * @param weightDecay per step and unit of learning rate
 */
public record Trained(String name, NDArray array, double learningRateFactor, double weightDecay) {}
