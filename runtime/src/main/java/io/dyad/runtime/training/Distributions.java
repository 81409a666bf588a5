package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Counts the numbers of an array, on its device, from the least to the greatest of them. */
final class Distributions {
  private static final int BINS = 50;

  private final Kernel kernel;

  Distributions(Kernels kernels) {
    kernel = kernels.resource(Distributions.class, "distribution");
  }

  /** Returns the distribution of the finite numbers; empty if there are none. */
  Optional<Distribution> of(NDArray numbers) {
    if (numbers.size() == 0) {
      return Optional.empty();
    }
    double[] found = kernel.call("distribution", numbers, BINS).singletonOrThrow().toDoubleArray();
    if (found[0] > found[1]) {
      return Optional.empty();
    }
    List<Long> counts = Arrays.stream(found).skip(2).mapToObj(count -> (long) count).toList();
    return Optional.of(new Distribution(found[0], found[1], counts));
  }
}
