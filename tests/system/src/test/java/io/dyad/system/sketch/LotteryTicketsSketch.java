package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.Metric;
import io.dyad.api.Parameters;
import io.dyad.api.Procedure;
import io.dyad.api.Setup;
import io.dyad.api.Stage;
import io.dyad.api.Training;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lottery tickets: whole trainings in rounds, with pruning, masks and a rewind between them. */
final class LotteryTicketsSketch {
  private LotteryTicketsSketch() {}

  static final class PruneAndRewind implements Procedure {
    private final NDArray round;
    private final int rounds;
    private final long rewindStep;
    private final double fraction;
    private final Map<String, NDArray> masks = new LinkedHashMap<>();

    PruneAndRewind(Setup setup, int rounds, long rewindStep, double fraction) {
      this.round = setup.manager().create(0);
      this.rounds = rounds;
      this.rewindStep = rewindStep;
      this.fraction = fraction;
    }

    @Override
    public Map<String, NDArray> state() {
      return Map.of("round", round);
    }

    @Override
    public Stage first() {
      return Stage.named("round-0").restart();
    }

    @Override
    public void step(Batch batch, Training training) {
      if (training.context().progress().step() == rewindStep) {
        training.snapshot("rewind");
      }
      training.optimise("main", training.encode(batch));
    }

    @Override
    public Optional<Stage> next(Stage finished, Training training) {
      double error = training.evaluate("test-error").stream().mapToDouble(Metric::value).sum();
      round.addi(1);
      if (round.getInt() > rounds || Double.isNaN(error)) {
        return Optional.empty();
      }
      prune(training);
      training.mask(masks);
      training.rewind("rewind");
      return Optional.of(Stage.named("round-" + round.getInt()).restart());
    }

    /** Takes away the smallest weights among those that are left, over all layers at once. */
    private void prune(Training training) {
      Map<String, NDArray> weights = weights(training.parameters("*.weight"));
      NDList left = new NDList();
      weights.forEach((name, weight) -> left.add(magnitudes(name, weight).flatten()));
      NDArray all = NDArrays.concat(left).sort();
      long gone = all.lt(0).toType(DataType.INT64, false).sum().getLong();
      long removed = Math.round(fraction * (all.size() - gone));
      float threshold = all.getFloat(gone + Math.max(removed - 1, 0));
      weights.forEach(
          (name, weight) -> {
            NDArray mask = magnitudes(name, weight).gt(threshold).toType(DataType.FLOAT32, false);
            masks.put(name, training.context().keep(mask));
          });
    }

    /** Returns absolute values; what is pruned already counts as -1. */
    private NDArray magnitudes(String name, NDArray weight) {
      NDArray mask = masks.getOrDefault(name, weight.onesLike());
      return weight.abs().add(1).mul(mask).sub(1);
    }

    private static Map<String, NDArray> weights(Parameters parameters) {
      Map<String, NDArray> named = new LinkedHashMap<>();
      parameters
          .groups()
          .forEach(
              (group, arrays) ->
                  arrays.forEach((name, array) -> named.put(group + "." + name, array)));
      return named;
    }
  }
}
