/**
 * How alike positive and negative pairs are in the course of training: figures and distributions
 * that any loss can be watched by. The equation is in {@code scores.kernel}; start reading at
 * {@link io.dyad.contrast.scores.ScoreStatistics}.
 */
@NullMarked
package io.dyad.contrast.scores;

import org.jspecify.annotations.NullMarked;
