/**
 * The words a Dyad plugin is written in.
 *
 * <p>One training step runs left to right: a {@link io.dyad.api.DataSource} yields a {@link
 * io.dyad.api.Batch}, a {@link io.dyad.api.ViewGenerator} turns it into {@link io.dyad.api.Views},
 * an {@link io.dyad.api.Encoder} into arrays, a {@link io.dyad.api.PairSampler} says which rows
 * belong together, a {@link io.dyad.api.Loss} makes one scalar of it. Start reading at {@link
 * io.dyad.api.Provider}, then {@link io.dyad.api.Loss}.
 *
 * <p>Shapes are written {@code (N, D)}: N samples, D features. Every array is a DJL {@link
 * ai.djl.ndarray.NDArray}; no engine class appears here.
 */
@NullMarked
package io.dyad.api;

import org.jspecify.annotations.NullMarked;
