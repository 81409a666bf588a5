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
 * The arrays that change as a run goes on, by name. Names start with their kind: {@code parameter},
 * {@code twin}, {@code state}, {@code moment}, {@code bank}, {@code published}.
 */
final class RunArrays {
  private static final NDIndex ALL = new NDIndex("...");

  private final Assembly assembly;
  private final Map<String, ParameterUpdate> updates;
  private final PublishedValues published;

  RunArrays(Assembly assembly, Map<String, ParameterUpdate> updates, PublishedValues published) {
    this.assembly = assembly;
    this.updates = updates;
    this.published = published;
  }

  /** Returns the arrays; they stay owned by the run and change with it. */
  Map<String, NDArray> tensors() {
    Map<String, NDArray> all = inPlace();
    assembly
        .parts()
        .forEach(
            part ->
                part.component()
                    .state()
                    .forEach((name, array) -> all.put("state/" + part.path() + "/" + name, array)));
    assembly.banks().forEach(bank -> all.put("bank/" + bank.name(), bank.rows()));
    published.values().forEach((name, array) -> all.put("published/" + name, array));
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
   * @throws DataException if a parameter, twin, moment or bank is missing or of another shape, or,
   *     where training goes on, one is there that the experiment lacks, when nothing is changed; or
   *     if a part refuses its state
   */
  void restore(Map<String, NDArray> saved) {
    Map<String, NDArray> fixed = inPlace();
    check(fixed, saved);
    assembly.banks().forEach(bank -> requireBank(bank.name(), saved));
    try (GradientMode ignored = GradientMode.disabled()) {
      write(fixed, saved);
    }
  }

  private void write(Map<String, NDArray> fixed, Map<String, NDArray> saved) {
    fixed.forEach((name, array) -> array.set(ALL, requireNonNull(saved.get(name))));
    Map<String, NDArray> states = under("state/", saved);
    assembly.parts().forEach(part -> part.component().restore(under(part.path() + "/", states)));
    Map<String, NDArray> queues = under("bank/", saved);
    assembly.banks().forEach(bank -> bank.restore(requireNonNull(queues.get(bank.name()))));
    published.restore(under("published/", saved));
  }

  private void check(Map<String, NDArray> expected, Map<String, NDArray> saved) {
    List<String> problems = new ArrayList<>();
    if (!updates.isEmpty()) {
      saved.keySet().stream()
          .filter(name -> !expected.containsKey(name) && !hasPlace(name))
          .forEach(name -> problems.add(name + " belongs to nothing in the experiment"));
    }
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

  /** Arrays of parts and banks come and go; they need an owner all the same. */
  private boolean hasPlace(String name) {
    return name.startsWith("published/")
        || name.startsWith("mask/")
        || name.matches("snapshot/[^/]+/.+")
        || assembly.banks().stream().anyMatch(bank -> name.equals("bank/" + bank.name()))
        || assembly.parts().stream()
            .anyMatch(part -> name.startsWith("state/" + part.path() + "/"));
  }

  private static void requireBank(String name, Map<String, NDArray> saved) {
    if (!saved.containsKey("bank/" + name)) {
      throw new DataException(
          "the checkpoint does not fit the experiment:\nbank/" + name + " is missing");
    }
  }

  /** Returns the arrays below a prefix, without it. */
  static Map<String, NDArray> under(String prefix, Map<String, NDArray> all) {
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
