package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Embeddings;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.training.optimizer.GradientSum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A group of views that a network encoded chunk by chunk without a graph. What losses see are
 * leaves; their gradients are fed back by encoding each chunk again, now with a graph, so that only
 * one chunk's activations are in memory at a time (Gao et al. 2021, Scaling Deep Contrastive
 * Learning Batch Size under Memory Limited Setup, section 3).
 *
 * <p>Batch norm uses the statistics of a chunk. State moves in the first pass only: the second
 * starts from where the first did, and what came after it is put back.
 */
final class ChunkedGroup {
  private final TrainedNetwork network;
  private final List<Chunk> chunks;
  private final NDManager manager;
  private final PartStates before;
  private final Map<String, Embeddings> embeddings;
  private final List<Leaf> leaves = new ArrayList<>();

  private record Leaf(String view, String output, NDArray array) {}

  /**
   * Encodes the chunks.
   *
   * @param manager owns the outputs
   */
  ChunkedGroup(TrainedNetwork network, List<Chunk> chunks, NDManager manager) {
    this.network = network;
    this.chunks = chunks;
    this.manager = manager;
    before = states();
    embeddings = encode(chunks, manager);
    embeddings.forEach(
        (view, made) ->
            made.names().stream()
                .filter(output -> made.get(output).getDataType().isFloating())
                .forEach(output -> leaves.add(new Leaf(view, output, made.get(output)))));
    leaves.forEach(leaf -> leaf.array().setRequiresGradient(true));
  }

  /** Returns the outputs of a group's chunks by view, joined in the order of their rows. */
  static Map<String, Embeddings> encode(List<Chunk> chunks, NDManager manager) {
    Map<String, Map<String, NDList>> pieces = new LinkedHashMap<>();
    try (GradientMode ignored = GradientMode.disabled()) {
      for (Chunk chunk : chunks) {
        try (TemporaryArrays memory = new TemporaryArrays(manager)) {
          chunk.group().encode().forEach((view, made) -> keep(made, pieces, view, manager));
        }
      }
      Map<String, Embeddings> joined = new LinkedHashMap<>();
      pieces.forEach((view, parts) -> joined.put(view, joined(parts)));
      return joined;
    }
  }

  private static void keep(
      Embeddings made, Map<String, Map<String, NDList>> pieces, String view, NDManager manager) {
    Map<String, NDList> own = pieces.computeIfAbsent(view, name -> new LinkedHashMap<>());
    for (String output : made.names()) {
      own.computeIfAbsent(output, name -> new NDList())
          .add(OwnedCopy.of(made.get(output), manager));
    }
  }

  private static Embeddings joined(Map<String, NDList> parts) {
    Map<String, NDArray> whole = new LinkedHashMap<>();
    parts.forEach(
        (output, pieces) -> {
          whole.put(output, NDArrays.concat(pieces));
          pieces.close();
        });
    return ViewGroup.embeddings(whole);
  }

  /** Returns the outputs by view. */
  Map<String, Embeddings> embeddings() {
    return embeddings;
  }

  String network() {
    return network.name();
  }

  /** Returns the outputs that can carry a gradient. */
  NDList leaves() {
    return new NDList(leaves.stream().map(Leaf::array).toList());
  }

  /**
   * Adds to a sum what the gradients of {@link #leaves} mean for the parameters.
   *
   * @param gradients one a leaf; those without elements stand for zero
   */
  void feedBack(NDList gradients, GradientSum sum) {
    if (gradients.stream().allMatch(gradient -> gradient.size() == 0)) {
      return;
    }
    PartStates after = states();
    before.restore();
    for (Chunk chunk : chunks) {
      try (TemporaryArrays memory = new TemporaryArrays(manager);
          GradientMode ignored = GradientMode.enabled()) {
        feedBack(chunk, gradients, sum);
      }
    }
    after.restore();
  }

  private void feedBack(Chunk chunk, NDList gradients, GradientSum sum) {
    Map<String, Embeddings> again = chunk.group().encode();
    NDList outputs = new NDList();
    NDList weights = new NDList();
    for (int i = 0; i < leaves.size(); i++) {
      Leaf leaf = leaves.get(i);
      Embeddings made = again.get(leaf.view());
      Chunk.Range rows = chunk.rows().get(leaf.view());
      if (made != null && rows != null && gradients.get(i).size() > 0) {
        outputs.add(made.get(leaf.output()));
        weights.add(rows.of(gradients.get(i)));
      }
    }
    sum.add(outputs, weights);
  }

  private PartStates states() {
    return new PartStates(network.trainedParts(), manager);
  }
}
