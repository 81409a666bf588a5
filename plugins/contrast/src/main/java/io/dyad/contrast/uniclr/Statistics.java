package io.dyad.contrast.uniclr;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mean and covariance, of a batch or of all rows so far; these are the state of a loss. */
final class Statistics {
  private static final List<String> NAMES = List.of("mean", "covariance", "samples-seen");

  private final WhitenedAffinity affinity;
  private final NDManager manager;
  private final StatisticsKind kind;
  private final double ridge;
  private final double retention;
  private final NDList running = new NDList();

  Statistics(
      WhitenedAffinity affinity,
      NDManager manager,
      StatisticsKind kind,
      double ridge,
      double retention) {
    this.affinity = affinity;
    this.manager = manager;
    this.kind = kind;
    this.ridge = ridge;
    this.retention = retention;
  }

  /**
   * Returns mean and covariance for two views, after their rows were added if they run.
   *
   * @param loss the name of the loss, for messages
   * @throws ConfigurationException if there is one sample only
   */
  NDList of(NDArray first, NDArray second, String loss) {
    if (first.getShape().get(0) < 2) {
      throw new ConfigurationException(
          loss + " whitens the samples of a batch and needs at least 2, but this one has 1");
    }
    NDList batch = affinity.statistics(first, second, ridge);
    if (kind == StatisticsKind.BATCH) {
      return batch;
    }
    if (running.isEmpty()) {
      begin(batch);
    }
    NDList absorbed = affinity.absorbed(running, batch, 2 * first.getShape().get(0), retention);
    affinity.store(running, absorbed);
    return absorbed;
  }

  /** The width of rows is known at the first step only. */
  private void begin(NDList batch) {
    adopt(manager.zeros(batch.get(0).getShape(), batch.get(0).getDataType()));
    adopt(manager.zeros(batch.get(1).getShape(), batch.get(1).getDataType()));
    adopt(manager.zeros(new Shape(), DataType.INT64));
  }

  private void adopt(NDArray array) {
    array.attach(manager);
    NDScope.unregister(array);
    running.add(array);
  }

  Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>();
    for (int i = 0; i < running.size(); i++) {
      state.put(NAMES.get(i), running.get(i));
    }
    return state;
  }

  /** Takes over what {@link #state} gave, at whatever width and also before the first step. */
  void restore(Map<String, NDArray> saved) {
    running.forEach(NDArray::close);
    running.clear();
    if (saved.keySet().containsAll(NAMES)) {
      NAMES.forEach(name -> adopt(requireNonNull(saved.get(name)).duplicate()));
    }
  }
}
