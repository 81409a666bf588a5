package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.dyad.toolkit.file.AtomicFile;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;

/** Writes embeddings as text; a float has as many digits as tell it from its neighbours. */
final class CsvEmbeddings {
  private CsvEmbeddings() {}

  static void write(Path path, EmbeddingTable table) {
    AtomicFile.write(
        path,
        stream -> {
          Writer writer = new OutputStreamWriter(stream, US_ASCII);
          writer.write(header(table));
          table.forEachChunk(
              chunk -> {
                for (int row = 0; row < chunk.ids().length; row++) {
                  writer.write(line(chunk, row, table.width()));
                }
              });
          writer.flush();
        });
  }

  private static String header(EmbeddingTable table) {
    StringBuilder header = new StringBuilder(table.labelled() ? "id,label" : "id");
    for (int i = 0; i < table.width(); i++) {
      header.append(",e").append(i);
    }
    return header.append('\n').toString();
  }

  private static String line(EmbeddingRows chunk, int row, int width) {
    StringBuilder line = new StringBuilder().append(chunk.ids()[row]);
    long[] labels = chunk.labels();
    if (labels != null) {
      line.append(',').append(labels[row]);
    }
    for (int i = row * width; i < (row + 1) * width; i++) {
      line.append(',').append(chunk.vectors()[i]);
    }
    return line.append('\n').toString();
  }
}
