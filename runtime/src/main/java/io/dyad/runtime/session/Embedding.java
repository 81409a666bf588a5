package io.dyad.runtime.session;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.Network;
import io.dyad.api.Targets;
import io.dyad.runtime.evaluation.SampleChunks;
import io.dyad.runtime.run.EmbeddingRows;
import io.dyad.runtime.run.EmbeddingTable;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.Evaluations;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Embeds a split with the main network, chunk after chunk. */
public final class Embedding {
  private static final int CHUNK = 500;

  private final Assembly assembly;

  /** Creates it for a session. */
  @Inject
  public Embedding(Assembly assembly) {
    this.assembly = assembly;
  }

  /** Returns the split that is meant where none is named: the test split, if there is one. */
  public String usualSplit() {
    return assembly.data().splits().contains(Data.TEST) ? Data.TEST : Data.TRAIN;
  }

  /**
   * Returns an output for all samples of a split, made as it is read.
   *
   * @param output such as {@code representation}; arrays of more axes are flattened
   */
  public EmbeddingTable table(String split, String output) {
    SampleChunks samples = new Evaluations(assembly).samples();
    SampleChunks.Reading<EmbeddingRows> rows = (batch, context) -> rows(output, batch, context);
    List<long[]> chunks = samples.ids(split, CHUNK).toList();
    if (chunks.isEmpty()) {
      throw new DataException("split \"%s\" has no samples to embed".formatted(split));
    }
    EmbeddingRows first = samples.read(split, chunks.get(0), rows);
    return new EmbeddingTable(
        assembly.data().size(split),
        first.vectors().length / first.ids().length,
        first.labels() != null,
        assembly.data().names(split),
        Stream.concat(
                Stream.of(first),
                chunks.stream().skip(1).map(ids -> samples.read(split, ids, rows)))
            .iterator());
  }

  private EmbeddingRows rows(String output, Batch batch, Context context) {
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
