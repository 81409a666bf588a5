package io.dyad.runtime.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.DataException;
import io.dyad.runtime.kernel.GradientMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All arrays that a run is made of, by name: what a checkpoint holds. Names start with their kind:
 * {@code parameter}, {@code twin}, {@code state}, {@code moment}, {@code bank}, {@code published}.
 */
public final class TrainingState {
  private static final NDIndex ALL = new NDIndex("...");

  private final Assembly assembly;
  private final Map<String, ParameterUpdate> updates;
  private final Map<String, NDArray> published;

  TrainingState(
      Assembly assembly, Map<String, ParameterUpdate> updates, Map<String, NDArray> published) {
    this.assembly = assembly;
    this.updates = updates;
    this.published = published;
  }

  /** Returns the state of an experiment that is not being trained: without moments. */
  public static TrainingState of(Assembly assembly) {
    return new TrainingState(assembly, Map.of(), new LinkedHashMap<>());
  }

  /** Returns the arrays; they stay owned by the run and change with it. */
  public Map<String, NDArray> tensors() {
    Map<String, NDArray> all = inPlace();
    assembly
        .parts()
        .forEach(
            part ->
                part.component()
                    .state()
                    .forEach((name, array) -> all.put("state/" + part.path() + "/" + name, array)));
    assembly.banks().forEach(bank -> all.put("bank/" + bank.name(), bank.rows()));
    published.forEach((name, array) -> all.put("published/" + name, array));
    return all;
  }

  /** The arrays whose number and shapes never change. */
  private Map<String, NDArray> inPlace() {
    Map<String, NDArray> all = new LinkedHashMap<>();
    assembly.parameters().forEach((name, array) -> all.put("parameter/" + name, array));
    assembly
        .networks()
        .values()
        .forEach(
            network ->
                network.twinParameters().forEach((name, array) -> all.put("twin/" + name, array)));
    updates.forEach(
        (phase, update) ->
            update
                .state()
                .forEach((name, array) -> all.put("moment/" + phase + "/" + name, array)));
    return all;
  }

  /**
   * Puts saved arrays back.
   *
   * @param saved as {@link #tensors} gave them; owned by the caller
   * @throws DataException if an array is missing or of another shape; nothing is changed then
   */
  public void restore(Map<String, NDArray> saved) {
    Map<String, NDArray> fixed = inPlace();
    check(fixed, saved);
    try (GradientMode ignored = GradientMode.disabled()) {
      write(fixed, saved);
    }
  }

  private void write(Map<String, NDArray> fixed, Map<String, NDArray> saved) {
    fixed.forEach((name, array) -> array.set(ALL, requireNonNull(saved.get(name))));
    Map<String, NDArray> states = under("state/", saved);
    assembly.parts().forEach(part -> part.component().restore(under(part.path() + "/", states)));
    under("bank/", saved).forEach((name, array) -> assembly.bank(name).restore(array));
    under("published/", saved)
        .forEach(
            (name, array) -> {
              NDArray copy = array.duplicate();
              copy.attach(assembly.manager());
              published.put(name, copy);
            });
  }

  private static void check(Map<String, NDArray> expected, Map<String, NDArray> saved) {
    List<String> problems = new ArrayList<>();
    expected.forEach(
        (name, array) -> {
          NDArray found = saved.get(name);
          if (found == null) {
            problems.add(name + " is missing");
          } else if (!found.getShape().equals(array.getShape())
              || found.getDataType() != array.getDataType()) {
            problems.add(
                "%s is %s %s, expected %s %s"
                    .formatted(
                        name,
                        found.getDataType(),
                        found.getShape(),
                        array.getDataType(),
                        array.getShape()));
          }
        });
    if (!problems.isEmpty()) {
      throw new DataException(
          "the checkpoint does not fit the experiment:\n" + String.join("\n", problems));
    }
  }

  private static Map<String, NDArray> under(String prefix, Map<String, NDArray> all) {
    Map<String, NDArray> own = new LinkedHashMap<>();
    all.forEach(
        (name, array) -> {
          if (name.startsWith(prefix)) {
            own.put(name.substring(prefix.length()), array);
          }
        });
    return own;
  }
}
