package io.dyad.runtime.run;

import io.dyad.toolkit.file.AtomicFile;
import io.dyad.toolkit.file.NpyArray;
import io.dyad.toolkit.file.NpzWriter;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes embeddings for NumPy; ids and labels wait in memory until the vectors are through. */
final class NpzEmbeddings {
  private NpzEmbeddings() {}

  static void write(Path path, EmbeddingTable table) {
    int rows = Math.toIntExact(table.rows());
    LongBuffer ids = LongBuffer.allocate(rows);
    LongBuffer labels = LongBuffer.allocate(table.labelled() ? rows : 0);
    AtomicFile.write(
        path,
        stream -> {
          try (NpzWriter npz = new NpzWriter(stream, false)) {
            try (OutputStream data = npz.begin("embeddings", "float32", rows, table.width())) {
              table.forEachChunk(
                  chunk -> {
                    ids.put(chunk.ids());
                    long[] known = chunk.labels();
                    if (known != null) {
                      labels.put(known);
                    }
                    data.write(littleEndian(chunk.vectors()));
                  });
            }
            npz.write("ids", NpyArray.of(ids.array(), rows));
            if (table.named()) {
              npz.write("names", Arrays.stream(ids.array()).mapToObj(table::name).toList());
            }
            if (table.labelled()) {
              npz.write("labels", NpyArray.of(labels.array(), rows));
            }
          }
        });
  }

  private static byte[] littleEndian(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
