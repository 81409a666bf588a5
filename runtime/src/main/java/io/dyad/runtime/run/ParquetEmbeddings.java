package io.dyad.runtime.run;

import blue.strategic.parquet.ParquetWriter;
import blue.strategic.parquet.ValueWriter;
import io.dyad.toolkit.file.AtomicFile;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Writes embeddings for data frames: a column for each component, row groups as they fill. */
final class ParquetEmbeddings {
  private ParquetEmbeddings() {}

  private record Row(EmbeddingRows chunk, int index) {}

  static void write(Path path, EmbeddingTable table) {
    String[] names =
        IntStream.range(0, table.width()).mapToObj(i -> "e" + i).toArray(String[]::new);
    AtomicFile.writeFile(
        path,
        temporary -> {
          try (ParquetWriter<Row> parquet =
              ParquetWriter.writeFile(
                  schema(table, names),
                  temporary.toFile(),
                  (row, values) -> write(row, values, names))) {
            table.forEachChunk(
                chunk -> {
                  for (int row = 0; row < chunk.ids().length; row++) {
                    parquet.write(new Row(chunk, row));
                  }
                });
          }
        });
  }

  private static MessageType schema(EmbeddingTable table, String[] names) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    schema.required(PrimitiveTypeName.INT64).named("id");
    if (table.labelled()) {
      schema.required(PrimitiveTypeName.INT64).named("label");
    }
    for (String name : names) {
      schema.required(PrimitiveTypeName.FLOAT).named(name);
    }
    return schema.named("embeddings");
  }

  private static void write(Row row, ValueWriter values, String[] names) {
    values.write("id", row.chunk().ids()[row.index()]);
    long[] labels = row.chunk().labels();
    if (labels != null) {
      values.write("label", labels[row.index()]);
    }
    for (int i = 0; i < names.length; i++) {
      values.write(names[i], row.chunk().vectors()[row.index() * names.length + i]);
    }
  }
}
