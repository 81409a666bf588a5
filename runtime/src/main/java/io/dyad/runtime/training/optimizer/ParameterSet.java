package io.dyad.runtime.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters sorted into groups that share all that they are trained by, and whether 1-D. */
final class ParameterSet {
  private final List<Trained> inOrder;
  private final List<Trained> grouped;
  private final long[] sizes;
  private final List<Group> groups;

  private record Group(
      double factor, double decay, boolean constant, long frozenSteps, boolean vector) {
    static Group of(Trained parameter) {
      return new Group(
          parameter.learningRateFactor(),
          parameter.weightDecay(),
          parameter.constant(),
          parameter.frozenSteps(),
          parameter.isVector());
    }

    double rate(StepRate step) {
      return step.highest() * factor * (constant ? 1 : step.factor());
    }
  }

  ParameterSet(List<Trained> parameters) {
    Map<Group, List<Trained>> sorted =
        parameters.stream()
            .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
    inOrder = List.copyOf(parameters);
    grouped = sorted.values().stream().flatMap(List::stream).toList();
    sizes = sorted.values().stream().mapToLong(List::size).toArray();
    groups = List.copyOf(sorted.keySet());
  }

  /** Returns the arrays, group after group. */
  NDList arrays() {
    return new NDList(grouped.stream().map(Trained::array).toList());
  }

  long[] sizes() {
    return sizes.clone();
  }

  int groups() {
    return groups.size();
  }

  double[] decays() {
    return groups.stream().mapToDouble(Group::decay).toArray();
  }

  double[] rates(StepRate step) {
    return groups.stream().mapToDouble(group -> group.rate(step)).toArray();
  }

  /** Returns 1 for each group that is trained in a step, 0 for those that are still frozen. */
  long[] active(StepRate step) {
    return groups.stream().mapToLong(group -> group.frozenSteps() <= step.step() ? 1 : 0).toArray();
  }

  /** Returns a zero beside each of {@link #arrays}, owned by {@code manager}. */
  NDList zeros(NDManager manager) {
    NDList zeros = new NDList();
    for (Trained parameter : grouped) {
      NDArray zero = parameter.array().zerosLike();
      zero.attach(manager);
      zeros.add(zero);
    }
    return zeros;
  }

  /** Returns what lies beside {@link #arrays} by {@code kind.NAME}, in the parameters' order. */
  Map<String, NDArray> named(String kind, NDList beside) {
    List<String> names = grouped.stream().map(Trained::name).toList();
    Map<String, NDArray> named = new LinkedHashMap<>();
    for (Trained parameter : inOrder) {
      named.put(kind + "." + parameter.name(), beside.get(names.indexOf(parameter.name())));
    }
    return Collections.unmodifiableMap(named);
  }
}
