package io.dyad.runtime.training;

import ai.djl.ndarray.NDManager;
import io.dyad.api.Batch;
import io.dyad.api.BatchOrder;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.runtime.experiment.TrainOptions;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** A data source with the order of its batches (its own, or shuffled) and its plain views. */
public final class ExperimentData implements Data {
  private final Part<DataSource> part;
  private final DataSource source;
  private final ViewGenerator views;
  private final TrainOptions options;
  private final SeededDraws draws;
  private final NDManager manager;
  private final Map<String, BatchOrder> orders = new HashMap<>();

  ExperimentData(
      Part<DataSource> part,
      ViewGenerator views,
      TrainOptions options,
      SeededDraws draws,
      NDManager manager) {
    this.part = part;
    this.source = part.component();
    this.views = views;
    this.options = options;
    this.draws = draws;
    this.manager = manager;
    requireTrainingData();
  }

  private void requireTrainingData() {
    if (!source.splits().contains(TRAIN)) {
      throw new DataException(
          "the data has no split \"%s\" to train on; it has %s".formatted(TRAIN, source.splits()));
    }
    if (order(TRAIN).batches(0) == 0) {
      throw emptyEpoch();
    }
  }

  private DataException emptyEpoch() {
    if (decidesOrder(TRAIN)) {
      return new DataException(
          "the data makes no batch of split \"%s\", which has %d samples"
              .formatted(TRAIN, size(TRAIN)));
    }
    return new DataException(
        "a batch of %d samples is larger than the training data, which has %d; set train.batch-size to %d or less"
            .formatted(options.batchSize(), size(TRAIN), size(TRAIN)));
  }

  /** Returns the source as a part of the run. */
  Part<DataSource> source() {
    return part;
  }

  /**
   * Returns what the samples of a split are called where they come from, by their ids; empty if
   * they have no names.
   *
   * @throws DataException if the source has more or fewer names than samples
   */
  public List<String> names(String split) {
    List<String> names = source.names(split).orElse(List.of());
    if (!names.isEmpty() && names.size() != size(split)) {
      throw new DataException(
          "the data has %d names for the %d samples of split \"%s\""
              .formatted(names.size(), size(split), split));
    }
    return names;
  }

  /** Returns whether the source says itself which samples a batch of a split has. */
  boolean decidesOrder(String split) {
    return !(order(split) instanceof ShuffledOrder);
  }

  /** Returns how many samples a batch of training has: the first, where the source decides it. */
  public int batch() {
    return decidesOrder(TRAIN) ? order(TRAIN).ids(0, 0).length : options.batchSize();
  }

  /** Returns how many samples the smallest batch of training has. */
  int smallestBatch() {
    BatchOrder order = order(TRAIN);
    return order instanceof ShuffledOrder shuffled
        ? shuffled.smallest()
        : Math.min(batch(), order.ids(0, order.batches(0) - 1).length);
  }

  /**
   * Returns how many threads read batches of training ahead: none if the data lie ready, and no
   * more than there are batches to read.
   */
  public int loaders() {
    return source.isResident(TRAIN) ? 0 : Math.min(options.loaders(), options.prefetch());
  }

  @Override
  public Set<String> splits() {
    return source.splits();
  }

  @Override
  public long size(String split) {
    if (!source.splits().contains(split)) {
      throw new DataException(
          "the data has no split \"%s\"; it has %s".formatted(split, source.splits()));
    }
    return source.size(split);
  }

  @Override
  public long batches(String split, long epoch) {
    return order(split).batches(epoch);
  }

  @Override
  public boolean isWhole(String split) {
    return decidesOrder(split)
        && batches(split, 0) == 1
        && order(split).ids(0, 0).length == size(split);
  }

  @Override
  public Batch batch(String split, long epoch, long index, Context context) {
    return fetch(split, order(split).ids(epoch, index), context);
  }

  @Override
  public Batch fetch(String split, long[] ids, Context context) {
    return source.fetch(split, ids, context);
  }

  /** Returns the first training samples, as many as there are up to a number. */
  Batch first(long samples, Context context) {
    return fetch(TRAIN, LongStream.range(0, Math.min(samples, size(TRAIN))).toArray(), context);
  }

  @Override
  public View plain(Batch batch, Context context) {
    return views.plain(batch, context);
  }

  private synchronized BatchOrder order(String split) {
    return orders.computeIfAbsent(
        split,
        name -> {
          SeededDraws own = draws.at("batches of " + name, 0);
          return source
              .order(name, own.with(manager))
              .orElseGet(
                  () ->
                      new ShuffledOrder(
                          source.size(name),
                          options.batchSize(),
                          options.dropLast(),
                          own,
                          manager));
        });
  }
}
