package io.dyad.runtime.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.StackableView;
import io.dyad.api.TaggedView;
import io.dyad.runtime.experiment.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Encodes several views in as few calls as their kinds and the network's grouping allow. */
final class ViewGroups {
  private ViewGroups() {}

  /**
   * Returns the embeddings of {@code wanted} and of those companions that stack on it.
   *
   * @throws ConfigurationException if the network wants all in one call and they do not stack
   */
  static Map<String, Embeddings> encode(
      TrainedNetwork network,
      TaggedView wanted,
      List<TaggedView> companions,
      Function<String, Context> contexts) {
    List<TaggedView> stacked = new ArrayList<>();
    List<StackableView> values = new ArrayList<>();
    if (network.group() != Group.EACH && wanted.view() instanceof StackableView first) {
      for (TaggedView companion : companions) {
        if (first.stacks(companion.view())) {
          stacked.add(companion);
          values.add((StackableView) companion.view());
        }
      }
    }
    if (network.group() == Group.ALL && stacked.size() < companions.size()) {
      throw unequal(network, wanted, companions, stacked);
    }
    if (stacked.size() < 2) {
      return Map.of(wanted.name(), network.apply(wanted.view(), contexts));
    }
    StackableView all = values.get(0).stack(values.subList(1, values.size()));
    return split(network.apply(all, contexts), stacked, values);
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

  private static Map<String, Embeddings> split(
      Embeddings together, List<TaggedView> views, List<StackableView> values) {
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

  private static Embeddings embeddings(Map<String, NDArray> arrays) {
    Embeddings result = Embeddings.of(requireNonNull(arrays.get(Embeddings.REPRESENTATION)));
    for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
      result = result.with(array.getKey(), array.getValue());
    }
    return result;
  }
}
