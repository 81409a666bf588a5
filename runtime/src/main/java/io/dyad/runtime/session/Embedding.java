package io.dyad.runtime.session;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Network;
import io.dyad.api.Targets;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.run.EmbeddingRows;
import io.dyad.runtime.run.EmbeddingTable;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.Evaluations;
import io.dyad.runtime.training.TemporaryArrays;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.LongStream;

/** Embeds a split with the main network, chunk after chunk. */
public final class Embedding {
  private static final long CHUNK = 500;

  private final Assembly assembly;

  /** Creates it for a session. */
  @Inject
  public Embedding(Assembly assembly) {
    this.assembly = assembly;
  }

  /**
   * Returns an output for all samples of a split, made as it is read.
   *
   * @param output such as {@code representation}; arrays of more axes are flattened
   */
  public EmbeddingTable table(String split, String output) {
    long size = assembly.data().size(split);
    EmbeddingRows first = chunk(split, output, 0, Math.min(size, 1));
    int width = first.vectors().length;
    Iterator<EmbeddingRows> chunks =
        LongStream.iterate(0, from -> from < size, from -> from + CHUNK)
            .mapToObj(from -> chunk(split, output, from, Math.min(size, from + CHUNK)))
            .iterator();
    return new EmbeddingTable(size, width, first.labels() != null, chunks);
  }

  private EmbeddingRows chunk(String split, String output, long from, long to) {
    try (TemporaryArrays memory = new TemporaryArrays(assembly.manager());
        GradientMode ignored = GradientMode.disabled()) {
      Context context = new Evaluations(assembly).context(memory.manager());
      Batch batch = assembly.data().fetch(split, LongStream.range(from, to).toArray(), context);
      NDArray made =
          assembly
              .network(Network.MAIN)
              .apply(assembly.data().plain(batch, context), context)
              .get(output);
      Optional<NDArray> labels = batch.targets().find(Targets.LABEL);
      return new EmbeddingRows(
          batch.ids(), labels.map(NDArray::toLongArray).orElse(null), made.toFloatArray());
    }
  }
}
