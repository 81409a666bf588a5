package io.dyad.runtime.training;

import ai.djl.ndarray.NDList;
import io.dyad.api.Kernels;
import io.dyad.api.Progress;
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
        pair -> average.follow(pair.twin(), pair.online(), pair.options().momentumAt(progress)));
  }
}
