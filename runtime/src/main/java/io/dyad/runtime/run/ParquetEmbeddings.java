package io.dyad.runtime.run;

import io.dyad.toolkit.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Writes embeddings for data frames, a column for each component. A row group is what stays in
 * memory; hence its limit, and Parquet's own writer, on which parquet-floor's cannot set one.
 */
final class ParquetEmbeddings {
  private static final int GROUP_BYTES = 16 << 20;

  private ParquetEmbeddings() {}

  static void write(Path path, EmbeddingTable table) {
    AtomicFile.writeFile(
        path,
        temporary -> {
          try (ParquetWriter<EmbeddingRow> parquet = open(temporary, table)) {
            table.forEachChunk(
                chunk -> {
                  for (int row = 0; row < chunk.ids().length; row++) {
                    parquet.write(new EmbeddingRow(chunk, row));
                  }
                });
          }
        });
  }

  /** Components seldom repeat, so dictionaries and compression would only take time and memory. */
  private static ParquetWriter<EmbeddingRow> open(Path file, EmbeddingTable table)
      throws IOException {
    int rowBytes = 2 * Long.BYTES + table.width() * Float.BYTES;
    return new Builder(new LocalOutputFile(file), new EmbeddingRow.Support(table))
        .withWriterVersion(WriterVersion.PARQUET_2_0)
        .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
        .withDictionaryEncoding(false)
        .withRowGroupRowCountLimit(Math.max(1, GROUP_BYTES / rowBytes))
        .build();
  }

  private static final class Builder extends ParquetWriter.Builder<EmbeddingRow, Builder> {
    private final EmbeddingRow.Support support;

    Builder(OutputFile file, EmbeddingRow.Support support) {
      super(file);
      this.support = support;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<EmbeddingRow> getWriteSupport(Configuration configuration) {
      return support;
    }
  }
}
