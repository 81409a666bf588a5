package io.dyad.runtime.training;

import ai.djl.ndarray.NDList;
import io.dyad.api.Kernels;
import io.dyad.api.Progress;
import io.dyad.runtime.experiment.Schedule;
import io.dyad.runtime.experiment.TwinOptions;
import io.dyad.runtime.training.optimizer.MovingAverage;
import java.util.Collection;
import java.util.List;

/** Lets the momentum twins follow their networks after a step. */
final class TwinUpdates {
  private record Pair(NDList twin, NDList online, TwinOptions options) {}

  private final MovingAverage average;
  private final List<Pair> pairs;

  TwinUpdates(Collection<TrainedNetwork> networks, Kernels kernels) {
    average = new MovingAverage(kernels);
    pairs =
        networks.stream()
            .flatMap(
                network ->
                    network.options().twin().stream()
                        .map(
                            options ->
                                new Pair(
                                    new NDList(network.twinParameters().values()),
                                    new NDList(network.parameters().values()),
                                    options)))
            .filter(pair -> !pair.online().isEmpty())
            .toList();
  }

  void follow(Progress progress) {
    pairs.forEach(
        pair -> average.follow(pair.twin(), pair.online(), momentum(pair.options(), progress)));
  }

  /**
   * Constant, or rising from the configured momentum to 1 along half a cosine (BYOL, section 3).
   */
  private static double momentum(TwinOptions options, Progress progress) {
    if (options.schedule() == Schedule.CONSTANT) {
      return options.momentum();
    }
    double wave = 0.5 * (1 + Math.cos(Math.PI * progress.fraction()));
    return 1 - (1 - options.momentum()) * wave;
  }
}
