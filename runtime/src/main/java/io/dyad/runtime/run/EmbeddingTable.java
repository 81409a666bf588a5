package io.dyad.runtime.run;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * Embeddings to be exported, in chunks that are made as they are written, so that only one is in
 * memory at a time.
 *
 * @param rows how many there will be
 * @param width components of a vector
 * @param labelled whether every chunk has labels
 * @param names what samples are called where they come from, by their ids; empty if they have none
 * @param chunks passed through once
 */
public record EmbeddingTable(
    long rows, int width, boolean labelled, List<String> names, Iterator<EmbeddingRows> chunks) {
  interface ChunkWriter {
    void write(EmbeddingRows rows) throws IOException;
  }

  boolean named() {
    return !names.isEmpty();
  }

  /** Returns the name of a sample. */
  String name(long id) {
    return names.get(Math.toIntExact(id));
  }

  /**
   * Passes every chunk on, after it was checked.
   *
   * @throws IllegalArgumentException if a chunk, or the number of rows, is not what was announced
   */
  void forEachChunk(ChunkWriter writer) throws IOException {
    long count = 0;
    while (chunks.hasNext()) {
      EmbeddingRows chunk = chunks.next();
      int length = chunk.ids().length;
      long[] labels = chunk.labels();
      if (chunk.vectors().length != (long) length * width) {
        throw new IllegalArgumentException(
            "%d ids and %d components do not make rows of %d"
                .formatted(length, chunk.vectors().length, width));
      }
      if (labelled ? labels == null || labels.length != length : labels != null) {
        throw new IllegalArgumentException("every row has a label, or none has");
      }
      count += length;
      if (count > rows) {
        throw new IllegalArgumentException("more than the %d rows announced".formatted(rows));
      }
      writer.write(chunk);
    }
    if (count != rows) {
      throw new IllegalArgumentException("%d rows where %d were announced".formatted(count, rows));
    }
  }
}
