package io.dyad.vision.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;

/**
 * The operations of all views of a batch, with their numbers and draws, written one after the other
 * and run in one call. Each view begins with {@link Operation#COPY}, {@link Operation#RESIZE} or
 * {@link Operation#PLACE}.
 */
final class Program {
  private final List<Long> plan = new ArrayList<>();
  private final List<Double> numbers = new ArrayList<>();
  private final NDList draws = new NDList();

  /** Adds an operation without draws. */
  void add(Operation operation, double... numbers) {
    add(operation, new NDList(), numbers);
  }

  /** Adds an operation with one array of draws, row i for image i. */
  void add(Operation operation, NDArray draws, double... numbers) {
    add(operation, new NDList(draws), numbers);
  }

  private void add(Operation operation, NDList drawn, double... given) {
    plan.addAll(List.of((long) operation.ordinal(), (long) given.length, (long) drawn.size()));
    for (double number : given) {
      numbers.add(number);
    }
    draws.addAll(drawn);
  }

  /**
   * Returns the views, one array each, in the manager of {@code images}.
   *
   * @param images shape (N, C, H, W), left untouched
   * @param scale what 8-bit images are divided by
   */
  NDList run(ImageOperations operations, NDArray images, double scale) {
    return operations.views(
        images,
        scale,
        plan.stream().mapToLong(Long::longValue).toArray(),
        numbers.stream().mapToDouble(Double::doubleValue).toArray(),
        draws);
  }
}
