package io.dyad.runtime.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Component;
import io.dyad.api.Data;
import io.dyad.api.Network;
import io.dyad.api.Parameters;
import io.dyad.api.TaggedView;
import io.dyad.runtime.experiment.NetworkOptions;
import io.dyad.runtime.kernel.GradientMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What an experiment consists of, in the terms in which methods are compared.
 *
 * @param twin whether a network has a momentum twin
 * @param heads of the main network
 * @param banks names of the banks
 * @param learned what losses train by themselves, such as {@code prototypes}
 * @param targets what losses, samplers and the procedure need to know of samples
 * @param views how many views there are, for each size in the order of the views
 */
public record Inventory(
    boolean twin,
    Set<String> heads,
    Set<String> banks,
    Set<String> learned,
    Set<String> targets,
    List<Integer> views) {
  private static final int EXAMPLE_ROWS = 2;

  /** Returns what is there, which takes one small batch of views and no step. */
  public static Inventory of(Assembly assembly) {
    Set<String> learned = new TreeSet<>();
    assembly.terms().stream()
        .flatMap(term -> term.loss().all())
        .forEach(
            part ->
                part.component()
                    .parameters()
                    .groups()
                    .forEach((group, arrays) -> learned.addAll(named(group, arrays.keySet()))));
    Set<String> targets = new TreeSet<>();
    judges(assembly).forEach(component -> targets.addAll(component.needs().targets()));
    return new Inventory(
        assembly.networks().values().stream().anyMatch(TrainedNetwork::hasTwin),
        heads(assembly),
        new TreeSet<>(assembly.experiment().banks().keySet()),
        learned,
        targets,
        views(assembly));
  }

  private static Set<String> heads(Assembly assembly) {
    NetworkOptions main = assembly.experiment().networks().get(Network.MAIN);
    return main == null ? Set.of() : new TreeSet<>(main.heads().keySet());
  }

  /** A group that is called by no name of its own is called by what is in it. */
  private static Set<String> named(String group, Set<String> arrays) {
    return group.equals(Parameters.MAIN) ? arrays : Set.of(group);
  }

  private static Stream<Component> judges(Assembly assembly) {
    return Stream.concat(
            assembly.terms().stream()
                .flatMap(term -> Stream.concat(term.pairs().all(), term.loss().all())),
            assembly.procedure().all())
        .map(Part::component);
  }

  private static List<Integer> views(Assembly assembly) {
    Map<Shape, Integer> sizes = new LinkedHashMap<>();
    try (GradientMode ignored = GradientMode.disabled();
        NDManager scratch = assembly.manager().newSubManager()) {
      Frame frame = assembly.frames().evaluation(scratch);
      long rows = Math.min(EXAMPLE_ROWS, assembly.data().size(Data.TRAIN));
      Batch example =
          assembly
              .data()
              .fetch(Data.TRAIN, LongStream.range(0, rows).toArray(), frame.step("data"));
      for (TaggedView view :
          assembly
              .views()
              .component()
              .generate(example, frame.epoch(assembly.views().path()))
              .all()) {
        sizes.merge(view.view().tensors().get(0).getShape(), 1, Integer::sum);
      }
    }
    return new ArrayList<>(sizes.values());
  }
}
