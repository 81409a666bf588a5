package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dyad.toolkit.file.AtomicFile;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Writes embeddings as text; a float has as many digits as tell it from its neighbours. */
final class CsvEmbeddings {
  private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

  private CsvEmbeddings() {}

  static void write(Path path, EmbeddingTable table) {
    AtomicFile.write(
        path,
        stream -> {
          Writer writer = new OutputStreamWriter(stream, UTF_8);
          writer.write(header(table));
          table.forEachChunk(
              chunk -> {
                for (int row = 0; row < chunk.ids().length; row++) {
                  writer.write(line(table, chunk, row));
                }
              });
          writer.flush();
        });
  }

  private static String header(EmbeddingTable table) {
    StringBuilder header = new StringBuilder("id");
    header.append(table.named() ? ",name" : "").append(table.labelled() ? ",label" : "");
    for (int i = 0; i < table.width(); i++) {
      header.append(",e").append(i);
    }
    return header.append('\n').toString();
  }

  private static String line(EmbeddingTable table, EmbeddingRows chunk, int row) {
    long id = chunk.ids()[row];
    StringBuilder line = new StringBuilder().append(id);
    if (table.named()) {
      line.append(',').append(quoted(table.name(id)));
    }
    long[] labels = chunk.labels();
    if (labels != null) {
      line.append(',').append(labels[row]);
    }
    int width = table.width();
    for (int i = row * width; i < (row + 1) * width; i++) {
      line.append(',').append(chunk.vectors()[i]);
    }
    return line.append('\n').toString();
  }

  /** As RFC 4180 has it, where a text would be taken apart otherwise. */
  private static String quoted(String text) {
    return SPECIAL.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
