package io.dyad.contrast.discovery;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.BatchOrder;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Draws;
import io.dyad.api.Setup;
import io.dyad.api.Targets;
import io.dyad.contrast.labels.SplitLabels;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Serves the chosen samples of a source under labels that training may see. */
final class CategoryDiscovery implements DataSource {
  /** The split to choose checkpoints on. */
  private static final String VALIDATION = "validation";

  private final DataSource source;
  private final ClassNumbers numbers;
  private final long[] trained;
  private final boolean[] labelled;
  private final long[] validation;
  private final int batchSize;

  private CategoryDiscovery(
      DataSource source, ClassNumbers numbers, Selection selection, int batchSize) {
    this.source = source;
    this.numbers = numbers;
    trained = selection.trained();
    labelled = selection.labelled();
    validation = selection.validation();
    this.batchSize = batchSize;
  }

  static CategoryDiscovery of(CategoryDiscoveryOptions options, DataSource source, Setup setup) {
    if (options.validationFraction() > 0 && source.splits().contains(VALIDATION)) {
      throw new ConfigurationException(
          "%s.of has a split \"%s\" already; set %s.validation-fraction = 0"
              .formatted(setup.name(), VALIDATION, setup.name()));
    }
    long[] labels =
        SplitLabels.of(
            source,
            Data.TRAIN,
            Targets.LABEL,
            setup.draws(),
            setup.manager(),
            setup.name() + ": category-discovery");
    ClassNumbers numbers = new ClassNumbers(options.known(), labels, setup.name());
    Selection selection = new Selection(options, labels, numbers, setup.draws());
    return new CategoryDiscovery(source, numbers, selection, options.batchSize());
  }

  @Override
  public Set<String> splits() {
    Set<String> splits = new LinkedHashSet<>(source.splits());
    if (validation.length > 0) {
      splits.add(VALIDATION);
    }
    return splits;
  }

  @Override
  public long size(String split) {
    return switch (known(split)) {
      case Data.TRAIN -> trained.length;
      case VALIDATION -> validation.length > 0 ? validation.length : source.size(split);
      default -> source.size(split);
    };
  }

  @Override
  public boolean isResident(String split) {
    return source.isResident(origin(known(split)));
  }

  private String known(String split) {
    if (!splits().contains(split)) {
      throw new DataException("the data has no split \"" + split + "\"; it has " + splits());
    }
    return split;
  }

  private String origin(String split) {
    return split.equals(VALIDATION) && validation.length > 0 ? Data.TRAIN : split;
  }

  @Override
  public Batch fetch(String split, long[] ids, Context context) {
    long size = size(split);
    for (long id : ids) {
      if (id < 0 || id >= size) {
        throw new DataException(
            "there is no sample %d; ids of category-discovery's split \"%s\" run from 0 to %d"
                .formatted(id, split, size - 1));
      }
    }
    Batch batch = source.fetch(origin(split), places(split, ids), context);
    return Batch.of(ids, batch.samples(), targets(split, ids, batch.targets(), context));
  }

  private long[] places(String split, long[] ids) {
    if (split.equals(Data.TRAIN)) {
      return Arrays.stream(ids).map(id -> trained[(int) id]).toArray();
    }
    return split.equals(VALIDATION) && validation.length > 0
        ? Arrays.stream(ids).map(id -> validation[(int) id]).toArray()
        : ids;
  }

  private Targets targets(String split, long[] ids, Targets given, Context context) {
    long[] classes =
        Arrays.stream(given.get(Targets.LABEL).toType(DataType.INT64, false).toLongArray())
            .map(numbers::of)
            .toArray();
    long[] seen = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      seen[i] = !split.equals(Data.TRAIN) || labelled[(int) ids[i]] ? 1 : 0;
    }
    long[] labels =
        IntStream.range(0, ids.length).mapToLong(i -> seen[i] == 1 ? classes[i] : -1).toArray();
    return given
        .with(Targets.LABEL, array(labels, context))
        .with("labelled", array(seen, context))
        .with("true-label", array(classes, context));
  }

  private static NDArray array(long[] numbers, Context context) {
    return context.manager().create(numbers).toDevice(context.device(), false);
  }

  /** Training draws labelled and unlabelled samples equally often, if there are any of both. */
  @Override
  public Optional<BatchOrder> order(String split, Draws draws) {
    long[] with = ids(true);
    long[] without = ids(false);
    return split.equals(Data.TRAIN) && with.length > 0 && without.length > 0
        ? Optional.of(new HalvedOrder(with, without, batchSize, draws))
        : Optional.empty();
  }

  private long[] ids(boolean flag) {
    return IntStream.range(0, labelled.length)
        .filter(i -> labelled[i] == flag)
        .asLongStream()
        .toArray();
  }
}
