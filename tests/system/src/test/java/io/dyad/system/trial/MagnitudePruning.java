package io.dyad.system.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.Procedure;
import io.dyad.api.Stage;
import io.dyad.api.Training;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Prunes weight matrices over all layers at once; what is pruned is zero and stays so. */
final class MagnitudePruning implements Procedure {
  private static final String START = "start";

  private final MagnitudePruningProvider.Options options;
  private final NDArray round;

  MagnitudePruning(MagnitudePruningProvider.Options options, NDArray round) {
    this.options = options;
    this.round = round;
  }

  @Override
  public Map<String, NDArray> state() {
    return Map.of("round", round);
  }

  @Override
  public Stage first() {
    return Stage.named("dense").epochs(options.epochs()).restart();
  }

  @Override
  public void step(Batch batch, Training training) {
    if (training.context().progress().step() == 0) {
      training.snapshot(START);
    }
    training.optimise("main", training.encode(batch));
  }

  @Override
  public Optional<Stage> next(Stage finished, Training training) {
    if (round.getLong() >= options.rounds()) {
      return Optional.empty();
    }
    round.addi(1);
    training.mask(masks(matrices(training)));
    training.rewind(START);
    return Optional.of(Stage.named("sparse-" + round.getLong()).epochs(options.epochs()).restart());
  }

  private Map<String, NDArray> masks(Map<String, NDArray> matrices) {
    NDList magnitudes = new NDList();
    matrices.values().forEach(matrix -> magnitudes.add(matrix.abs().flatten()));
    NDArray sorted = NDArrays.concat(magnitudes).sort();
    long gone = sorted.eq(0f).toType(DataType.INT64, false).sum().getLong();
    float limit = sorted.getFloat(gone + (long) (options.fraction() * (sorted.size() - gone)));
    Map<String, NDArray> masks = new LinkedHashMap<>();
    matrices.forEach(
        (name, matrix) -> masks.put(name, matrix.abs().gte(limit).toType(DataType.FLOAT32, false)));
    return masks;
  }

  private static Map<String, NDArray> matrices(Training training) {
    Map<String, NDArray> matrices = new LinkedHashMap<>();
    training
        .parameters("*.weight")
        .groups()
        .forEach(
            (group, arrays) ->
                arrays.forEach(
                    (name, array) -> {
                      if (array.getShape().dimension() == 2) {
                        matrices.put(group + "." + name, array.stopGradient());
                      }
                    }));
    return matrices;
  }
}
