package io.dyad.contrast.batches;

import ai.djl.ndarray.NDArray;
import io.dyad.api.BatchOrder;
import io.dyad.api.Draws;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Batches of some classes with equally many samples each. The classes of a batch are drawn; each
 * class goes through its samples in an order drawn anew whenever too few are left for a batch. An
 * epoch has as many batches as there are samples for.
 */
final class ClassOrder implements BatchOrder {
  private static final int REMEMBERED = 2;

  private final List<long[]> classes;
  private final int classesPerBatch;
  private final int samplesPerClass;
  private final Draws draws;
  private final Map<Long, long[][]> epochs = new LinkedHashMap<>();

  ClassOrder(List<long[]> classes, int classesPerBatch, int samplesPerClass, Draws draws) {
    this.classes = classes;
    this.classesPerBatch = classesPerBatch;
    this.samplesPerClass = samplesPerClass;
    this.draws = draws;
  }

  @Override
  public long batches(long epoch) {
    long samples = classes.stream().mapToLong(ids -> ids.length).sum();
    return samples / ((long) classesPerBatch * samplesPerClass);
  }

  @Override
  public long[] ids(long epoch, long index) {
    return epoch(epoch)[Math.toIntExact(index)].clone();
  }

  private synchronized long[][] epoch(long epoch) {
    long[][] known = epochs.get(epoch);
    if (known != null) {
      return known;
    }
    if (epochs.size() == REMEMBERED) {
      epochs.remove(epochs.keySet().iterator().next());
    }
    long[][] fresh = drawn(draws.at("class-batches", epoch), Math.toIntExact(batches(epoch)));
    epochs.put(epoch, fresh);
    return fresh;
  }

  private long[][] drawn(Draws own, int count) {
    long[][] batches = new long[count][];
    long[][] orders = new long[classes.size()][0];
    int[] taken = new int[classes.size()];
    int[] rounds = new int[classes.size()];
    for (int batch = 0; batch < count; batch++) {
      long[] chosen = permutation(own.at("batch", batch), "classes", classes.size());
      batches[batch] = new long[classesPerBatch * samplesPerClass];
      for (int i = 0; i < classesPerBatch; i++) {
        int label = (int) chosen[i];
        if (taken[label] + samplesPerClass > orders[label].length) {
          orders[label] = shuffled(own.at("class " + label, rounds[label]++), classes.get(label));
          taken[label] = 0;
        }
        System.arraycopy(
            orders[label], taken[label], batches[batch], i * samplesPerClass, samplesPerClass);
        taken[label] += samplesPerClass;
      }
    }
    return batches;
  }

  private static long[] shuffled(Draws own, long[] ids) {
    return Arrays.stream(permutation(own, "samples", ids.length))
        .map(position -> ids[(int) position])
        .toArray();
  }

  private static long[] permutation(Draws own, String name, int size) {
    try (NDArray drawn = own.permutation(name, size)) {
      return drawn.toLongArray();
    }
  }
}
