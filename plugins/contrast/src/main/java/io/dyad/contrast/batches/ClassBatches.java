package io.dyad.contrast.batches;

import ai.djl.ndarray.NDManager;
import io.dyad.api.Batch;
import io.dyad.api.BatchOrder;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Draws;
import io.dyad.api.Needs;
import io.dyad.contrast.labels.SplitLabels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The samples of another source, in training batches that are made class by class. */
final class ClassBatches implements DataSource {
  private final DataSource source;
  private final ClassBatchesOptions options;
  private final NDManager manager;

  ClassBatches(DataSource source, ClassBatchesOptions options, NDManager manager) {
    this.source = source;
    this.options = options;
    this.manager = manager;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.target(options.target());
  }

  @Override
  public Set<String> splits() {
    return source.splits();
  }

  @Override
  public long size(String split) {
    return source.size(split);
  }

  @Override
  public Batch fetch(String split, long[] ids, Context context) {
    return source.fetch(split, ids, context);
  }

  @Override
  public boolean isResident(String split) {
    return source.isResident(split);
  }

  @Override
  public Optional<BatchOrder> order(String split, Draws draws) {
    if (!split.equals(Data.TRAIN)) {
      return source.order(split, draws);
    }
    Map<Long, long[]> classes = classes(draws);
    classes.forEach(this::requireEnough);
    if (classes.size() < options.classesPerBatch()) {
      throw new DataException(
          "class-batches: the training data has %d classes; set classes-per-batch to %d or less (it is %d)"
              .formatted(classes.size(), classes.size(), options.classesPerBatch()));
    }
    return Optional.of(
        new ClassOrder(
            List.copyOf(classes.values()),
            options.classesPerBatch(),
            options.samplesPerClass(),
            draws));
  }

  private void requireEnough(long label, long[] samples) {
    if (samples.length < options.samplesPerClass()) {
      throw new DataException(
          "class-batches: class %d has %d training samples; set samples-per-class to %d or less (it is %d)"
              .formatted(label, samples.length, samples.length, options.samplesPerClass()));
    }
  }

  /** Returns the ids of each class, classes in order. */
  private Map<Long, long[]> classes(Draws draws) {
    long[] labels =
        SplitLabels.of(source, Data.TRAIN, options.target(), draws, manager, "class-batches");
    Map<Long, LongStream.Builder> found = new TreeMap<>();
    for (int id = 0; id < labels.length; id++) {
      if (labels[id] >= 0) {
        found.computeIfAbsent(labels[id], label -> LongStream.builder()).add(id);
      }
    }
    Map<Long, long[]> classes = new LinkedHashMap<>();
    found.forEach((label, ids) -> classes.put(label, ids.build().toArray()));
    return classes;
  }
}
