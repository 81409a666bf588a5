package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.DataException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All arrays of a run by name, what a checkpoint holds: parameters, twins, moments, state of parts,
 * banks, published values, and the masks and snapshots of a procedure.
 */
public final class TrainingState {
  private static final String MASK = "mask/";
  private static final String SNAPSHOT = "snapshot/";

  private final RunArrays arrays;
  private final Masks masks;
  private final Snapshots snapshots;

  /**
   * Creates the state of a run.
   *
   * @param manager owns masks and snapshots
   */
  TrainingState(
      Assembly assembly,
      Map<String, ParameterUpdate> updates,
      PublishedValues published,
      NDManager manager) {
    arrays = new RunArrays(assembly, updates, published);
    masks = new Masks(assembly.parameters(), manager);
    snapshots = new Snapshots(arrays, manager);
  }

  /** Returns the state of an experiment that is not being trained: without moments. */
  public static TrainingState of(Assembly assembly) {
    NDManager manager = assembly.manager();
    return new TrainingState(assembly, Map.of(), new PublishedValues(manager), manager);
  }

  /** Returns the arrays; they stay owned by the run and change with it. */
  public Map<String, NDArray> tensors() {
    Map<String, NDArray> all = new LinkedHashMap<>(arrays.tensors());
    masks.tensors().forEach((name, array) -> all.put(MASK + name, array));
    snapshots.tensors().forEach((name, array) -> all.put(SNAPSHOT + name, array));
    return all;
  }

  /**
   * Puts saved arrays back.
   *
   * @param saved as {@link #tensors} gave them; owned by the caller
   * @throws DataException if they do not fit the experiment
   */
  public void restore(Map<String, NDArray> saved) {
    arrays.restore(saved);
    masks.restore(RunArrays.under(MASK, saved));
    snapshots.restore(RunArrays.under(SNAPSHOT, saved));
  }

  void snapshot(String name) {
    snapshots.take(name);
  }

  void rewind(String name) {
    snapshots.putBack(name);
    masks.apply();
  }

  void mask(Map<String, NDArray> added) {
    masks.put(added);
  }

  void applyMasks() {
    masks.apply();
  }
}
