package io.dyad.runtime.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.TaggedView;
import io.dyad.api.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The views of a step and what the networks made of them, computed when first asked for.
 *
 * <p>Views that the pairs of the step name are encoded together as the network's {@code group}
 * says; if the pairs name none of a network, all views are. A twin encodes each view by itself, and
 * only those that are asked for.
 *
 * <p>Views with more rows than {@code train.micro-batch} are encoded in chunks.
 */
final class EncodedViews implements Encoding {
  private final Batch batch;
  private final Views views;
  private final Assembly assembly;
  private final NDManager manager;
  private final Function<String, Context> contexts;
  private final List<ChunkedGroup> chunked = new ArrayList<>();
  private final Map<String, Set<String>> named = new HashMap<>();
  private final Map<String, Map<String, Embeddings>> online = new HashMap<>();
  private final Map<String, Map<String, Embeddings>> twins = new HashMap<>();

  /**
   * Prepares the encoding.
   *
   * @param manager owns what the networks make
   * @param contexts of the networks' parts, by path
   */
  EncodedViews(
      Batch batch,
      Views views,
      Assembly assembly,
      NDManager manager,
      Function<String, Context> contexts) {
    this.batch = batch;
    this.views = views;
    this.assembly = assembly;
    this.manager = manager;
    this.contexts = contexts;
  }

  /** Notes which views the pairs of a term address, so that they are encoded together. */
  void expect(Pairs pairs) {
    pairs.contrasts().stream()
        .flatMap(contrast -> Stream.concat(contrast.anchors().stream(), contrast.keys().stream()))
        .filter(rows -> !rows.view().isEmpty() && !rows.isTarget())
        .forEach(
            rows ->
                named
                    .computeIfAbsent(rows.network(), network -> new LinkedHashSet<>())
                    .add(rows.view()));
  }

  /** Forgets what networks made that have moved since: the next asking encodes anew. */
  void forget(Set<String> networks) {
    online.keySet().removeAll(networks);
    chunked.removeIf(group -> networks.contains(group.network()));
  }

  /** Returns the groups of views that these networks encoded in chunks, in the order they did. */
  List<ChunkedGroup> chunked(Set<String> networks) {
    return chunked.stream().filter(group -> networks.contains(group.network())).toList();
  }

  @Override
  public EncodedViews origin() {
    return this;
  }

  @Override
  public Batch batch() {
    return batch;
  }

  @Override
  public Views views() {
    return views;
  }

  @Override
  public NDArray get(Rows rows) {
    NDArray all = base(rows);
    return rows.index().map(index -> all.get(index)).orElse(all);
  }

  @Override
  public Substituted with(Rows rows, NDArray value) {
    return new Substituted(this, Map.of(rows, value));
  }

  private NDArray base(Rows rows) {
    if (rows.values().isPresent()) {
      return rows.values().get();
    }
    if (!rows.bank().isEmpty()) {
      return assembly.bank(rows.bank()).rows();
    }
    TaggedView view = views.get(rows.view());
    TrainedNetwork network = assembly.network(rows.network());
    return (rows.isTarget() ? twin(network, view) : online(network, view)).get(rows.output());
  }

  private Embeddings twin(TrainedNetwork network, TaggedView view) {
    return twins
        .computeIfAbsent(network.name(), name -> new HashMap<>())
        .computeIfAbsent(view.name(), name -> appliedTwin(network, view));
  }

  private Embeddings appliedTwin(TrainedNetwork network, TaggedView view) {
    ViewGroup alone = ViewGroup.of(view, network::applyTwin, contexts(view));
    List<Chunk> chunks = chunks(alone);
    Map<String, Embeddings> made =
        chunks.size() < 2 ? alone.encode() : ChunkedGroup.encode(chunks, manager);
    return requireNonNull(made.get(view.name()));
  }

  private Embeddings online(TrainedNetwork network, TaggedView view) {
    Map<String, Embeddings> done =
        online.computeIfAbsent(network.name(), name -> new LinkedHashMap<>());
    if (!done.containsKey(view.name())) {
      List<TaggedView> together =
          companions(network.name(), view).stream()
              .filter(other -> !done.containsKey(other.name()))
              .toList();
      done.putAll(encode(network, ViewGroup.of(network, view, together, contexts(view))));
    }
    Embeddings embeddings = done.get(view.name());
    if (embeddings == null) {
      throw new ConfigurationException("view \"" + view.name() + "\" was not encoded");
    }
    return embeddings;
  }

  private Map<String, Embeddings> encode(TrainedNetwork network, ViewGroup group) {
    List<Chunk> chunks = chunks(group);
    if (chunks.size() < 2) {
      return group.encode();
    }
    ChunkedGroup cut = new ChunkedGroup(network, chunks, manager);
    chunked.add(cut);
    return cut.embeddings();
  }

  private List<Chunk> chunks(ViewGroup group) {
    long most = assembly.experiment().train().microBatch();
    return most == 0 ? List.of() : Chunk.of(group, most);
  }

  /** Draws differ from view to view, so that one sequence shown twice meets two dropout masks. */
  private Function<String, Context> contexts(TaggedView view) {
    return path -> contexts.apply(path + " for " + view.name());
  }

  private List<TaggedView> companions(String network, TaggedView view) {
    Set<String> expected = named.getOrDefault(network, Set.of());
    if (expected.isEmpty()) {
      return views.all();
    }
    return expected.contains(view.name())
        ? expected.stream().map(views::get).toList()
        : List.of(view);
  }
}
