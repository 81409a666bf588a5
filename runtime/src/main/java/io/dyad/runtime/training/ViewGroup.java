package io.dyad.runtime.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.StackableView;
import io.dyad.api.TaggedView;
import io.dyad.api.View;
import io.dyad.runtime.experiment.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Views that are encoded in one call.
 *
 * @param views one, or several that stack on the first
 * @param call encodes them
 * @param contexts of the parts of the network, by path
 */
record ViewGroup(List<TaggedView> views, Call call, Function<String, Context> contexts) {

  /** What encodes a view: a network or its twin. */
  interface Call {
    Embeddings encode(View view, Function<String, Context> contexts);
  }

  /** Returns one view by itself. */
  static ViewGroup of(TaggedView view, Call call, Function<String, Context> contexts) {
    return new ViewGroup(List.of(view), call, contexts);
  }

  /**
   * Returns {@code wanted} and those companions that the network encodes with it.
   *
   * @throws ConfigurationException if the network wants all in one call and they do not stack
   */
  static ViewGroup of(
      TrainedNetwork network,
      TaggedView wanted,
      List<TaggedView> companions,
      Function<String, Context> contexts) {
    List<TaggedView> stacked = new ArrayList<>();
    if (network.group() != Group.EACH && wanted.view() instanceof StackableView first) {
      companions.stream().filter(view -> first.stacks(view.view())).forEach(stacked::add);
    }
    if (network.group() == Group.ALL && stacked.size() < companions.size()) {
      throw unequal(network, wanted, companions, stacked);
    }
    return new ViewGroup(stacked.size() < 2 ? List.of(wanted) : stacked, network::apply, contexts);
  }

  private static ConfigurationException unequal(
      TrainedNetwork network,
      TaggedView wanted,
      List<TaggedView> companions,
      List<TaggedView> stacked) {
    List<String> others =
        companions.stream()
            .filter(view -> !stacked.contains(view) && view != wanted)
            .map(TaggedView::name)
            .toList();
    return new ConfigurationException(
        "networks.%s.group = all encodes all views in one call, but %s cannot be stacked on %s; make views of one size, or set networks.%s.group = size"
            .formatted(network.name(), others, wanted.name(), network.name()));
  }

  /** Returns the embeddings by the names of the views. */
  Map<String, Embeddings> encode() {
    if (views.size() < 2) {
      return Map.of(views.get(0).name(), call.encode(views.get(0).view(), contexts));
    }
    List<StackableView> values = views.stream().map(view -> (StackableView) view.view()).toList();
    StackableView all = values.get(0).stack(values.subList(1, values.size()));
    return split(call.encode(all, contexts), values);
  }

  private Map<String, Embeddings> split(Embeddings together, List<StackableView> values) {
    long[] ends = new long[values.size() - 1];
    long end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += values.get(i).rows();
      ends[i] = end;
    }
    Map<String, Map<String, NDArray>> outputs = new LinkedHashMap<>();
    for (String output : together.names()) {
      NDList pieces = together.get(output).split(ends);
      for (int i = 0; i < views.size(); i++) {
        outputs
            .computeIfAbsent(views.get(i).name(), name -> new LinkedHashMap<>())
            .put(output, pieces.get(i));
      }
    }
    Map<String, Embeddings> result = new LinkedHashMap<>();
    outputs.forEach((view, arrays) -> result.put(view, embeddings(arrays)));
    return result;
  }

  /** Returns embeddings of arrays by name. */
  static Embeddings embeddings(Map<String, NDArray> arrays) {
    Embeddings result = Embeddings.of(requireNonNull(arrays.get(Embeddings.REPRESENTATION)));
    for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
      result = result.with(array.getKey(), array.getValue());
    }
    return result;
  }
}
