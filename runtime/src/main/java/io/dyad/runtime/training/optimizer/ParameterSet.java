package io.dyad.runtime.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters sorted into groups that share a learning rate, a weight decay, and whether 1-D. */
final class ParameterSet {
  private final List<Trained> inOrder;
  private final List<Trained> grouped;
  private final long[] sizes;
  private final double[] factors;
  private final double[] decays;

  private record Group(double factor, double decay, boolean vector) {
    static Group of(Trained parameter) {
      return new Group(
          parameter.learningRateFactor(),
          parameter.weightDecay(),
          parameter.array().getShape().dimension() <= 1);
    }
  }

  ParameterSet(List<Trained> parameters) {
    Map<Group, List<Trained>> groups =
        parameters.stream()
            .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
    inOrder = List.copyOf(parameters);
    grouped = groups.values().stream().flatMap(List::stream).toList();
    sizes = groups.values().stream().mapToLong(List::size).toArray();
    factors = groups.keySet().stream().mapToDouble(Group::factor).toArray();
    decays = groups.keySet().stream().mapToDouble(Group::decay).toArray();
  }

  /** Returns the arrays, group after group. */
  NDList arrays() {
    return new NDList(grouped.stream().map(Trained::array).toList());
  }

  long[] sizes() {
    return sizes.clone();
  }

  double[] decays() {
    return decays.clone();
  }

  double[] rates(double learningRate) {
    return Arrays.stream(factors).map(factor -> factor * learningRate).toArray();
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
