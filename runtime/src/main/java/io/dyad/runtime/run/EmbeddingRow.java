package io.dyad.runtime.run;

import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** One row of a chunk, and how Parquet takes it apart. */
record EmbeddingRow(EmbeddingRows chunk, int index) {
  static final class Support extends WriteSupport<EmbeddingRow> {
    private final MessageType schema;
    private final EmbeddingTable table;
    private final int width;
    private @Nullable RecordConsumer consumer;

    Support(EmbeddingTable table) {
      this.table = table;
      width = table.width();
      schema = schema(table);
    }

    private static MessageType schema(EmbeddingTable table) {
      Types.MessageTypeBuilder schema = Types.buildMessage();
      schema.required(PrimitiveTypeName.INT64).named("id");
      if (table.named()) {
        schema
            .required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named("name");
      }
      if (table.labelled()) {
        schema.required(PrimitiveTypeName.INT64).named("label");
      }
      for (int i = 0; i < table.width(); i++) {
        schema.required(PrimitiveTypeName.FLOAT).named("e" + i);
      }
      return schema.named("embeddings");
    }

    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(EmbeddingRow row) {
      RecordConsumer out = Objects.requireNonNull(consumer);
      long[] labels = row.chunk().labels();
      int field = 0;
      out.startMessage();
      long id = row.chunk().ids()[row.index()];
      field = number(out, field, id);
      if (table.named()) {
        field = text(out, field, table.name(id));
      }
      if (labels != null) {
        field = number(out, field, labels[row.index()]);
      }
      for (int i = 0; i < width; i++, field++) {
        out.startField(schema.getFieldName(field), field);
        out.addFloat(row.chunk().vectors()[row.index() * width + i]);
        out.endField(schema.getFieldName(field), field);
      }
      out.endMessage();
    }

    private int text(RecordConsumer out, int field, String value) {
      out.startField(schema.getFieldName(field), field);
      out.addBinary(Binary.fromString(value));
      out.endField(schema.getFieldName(field), field);
      return field + 1;
    }

    private int number(RecordConsumer out, int field, long value) {
      out.startField(schema.getFieldName(field), field);
      out.addLong(value);
      out.endField(schema.getFieldName(field), field);
      return field + 1;
    }
  }
}
