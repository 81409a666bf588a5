package io.dyad.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import io.dyad.api.ConfigurationException;
import io.dyad.toolkit.file.NpzReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddingFormatTest {
  @TempDir Path folder;

  @Test
  void a_numpy_archive_has_vectors_ids_and_labels() {
    Path file = folder.resolve("e.npz");
    EmbeddingFormat.of(null, file).write(file, labelled());
    try (NpzReader reader = NpzReader.open(file)) {
      assertThat(reader.names()).containsExactlyInAnyOrder("ids", "embeddings", "labels");
      assertThat(reader.read("embeddings").shape()).containsExactly(3, 2);
      assertThat(reader.read("embeddings").floats()).containsExactly(1, 2, 3, 4, 0.1f, -6);
      assertThat(reader.read("ids").longs()).containsExactly(10, 11, 12);
      assertThat(reader.read("labels").longs()).containsExactly(0, 1, 0);
    }
  }

  @Test
  void text_has_a_header_and_the_shortest_exact_digits() {
    Path file = folder.resolve("e.csv");
    EmbeddingFormat.of(null, file).write(file, labelled());
    assertThat(file).hasContent("id,label,e0,e1\n10,0,1.0,2.0\n11,1,3.0,4.0\n12,0,0.1,-6.0\n");
  }

  @Test
  void without_labels_there_is_no_column_for_them() {
    Path file = folder.resolve("e.csv");
    EmbeddingFormat.CSV.write(file, unlabelled());
    assertThat(file).hasContent("id,e0\n7,0.5\n");
    EmbeddingFormat.NPZ.write(file, unlabelled());
    try (NpzReader reader = NpzReader.open(file)) {
      assertThat(reader.names()).containsExactlyInAnyOrder("ids", "embeddings");
    }
  }

  @Test
  void parquet_returns_through_its_own_reader() throws IOException {
    Path file = folder.resolve("e.parquet");
    EmbeddingFormat.of(null, file).write(file, labelled());
    assertThat(rows(file))
        .containsExactly(
            Map.of("id", 10L, "label", 0L, "e0", 1f, "e1", 2f),
            Map.of("id", 11L, "label", 1L, "e0", 3f, "e1", 4f),
            Map.of("id", 12L, "label", 0L, "e0", 0.1f, "e1", -6f));
    Path plain = folder.resolve("plain.parquet");
    EmbeddingFormat.of(null, plain).write(plain, unlabelled());
    assertThat(rows(plain)).containsExactly(Map.of("id", 7L, "e0", 0.5f));
  }

  /** By the id of a sample, not by its place. */
  @Test
  void names_stand_beside_the_numbers_in_every_format() throws IOException {
    List<String> names =
        Stream.concat(Collections.nCopies(10, "?").stream(), Stream.of("a", "b, \"c\"", "\u00e4"))
            .toList();
    Path csv = folder.resolve("e.csv");
    EmbeddingFormat.CSV.write(csv, labelled(names));
    assertThat(csv)
        .hasContent(
            "id,name,label,e0,e1\n10,a,0,1.0,2.0\n11,\"b, \"\"c\"\"\",1,3.0,4.0\n12,\u00e4,0,0.1,-6.0\n");
    Path parquet = folder.resolve("e.parquet");
    EmbeddingFormat.PARQUET.write(parquet, labelled(names));
    assertThat(rows(parquet))
        .extracting(row -> row.get("name"))
        .containsExactly("a", "b, \"c\"", "\u00e4");
    Path npz = folder.resolve("e.npz");
    EmbeddingFormat.NPZ.write(npz, labelled(names));
    try (NpzReader reader = NpzReader.open(npz)) {
      assertThat(reader.names()).containsExactly("embeddings", "ids", "names", "labels");
    }
  }

  @ParameterizedTest
  @EnumSource(EmbeddingFormat.class)
  void a_table_that_is_not_as_announced_leaves_no_file(EmbeddingFormat format) {
    Path file = folder.resolve("e");
    List<EmbeddingTable> wrong =
        List.of(
            new EmbeddingTable(
                2, 1, false, List.of(), one(new EmbeddingRows(new long[1], null, new float[1]))),
            new EmbeddingTable(
                0, 1, false, List.of(), one(new EmbeddingRows(new long[1], null, new float[1]))),
            new EmbeddingTable(
                1, 2, false, List.of(), one(new EmbeddingRows(new long[1], null, new float[1]))),
            new EmbeddingTable(
                1, 1, true, List.of(), one(new EmbeddingRows(new long[1], null, new float[1]))));
    for (EmbeddingTable table : wrong) {
      assertThatThrownBy(() -> format.write(file, table))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_format_is_chosen_by_name_before_the_ending() {
    assertThat(EmbeddingFormat.of("csv", Path.of("a.npz"))).isEqualTo(EmbeddingFormat.CSV);
    assertThat(EmbeddingFormat.of(null, Path.of("a.b.PARQUET"))).isEqualTo(EmbeddingFormat.PARQUET);
    assertThatThrownBy(() -> EmbeddingFormat.of(null, Path.of("a.xlsx")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("xlsx", "npz", "csv", "parquet", "--format");
  }

  private static EmbeddingTable labelled() {
    return labelled(List.of());
  }

  private static EmbeddingTable labelled(List<String> names) {
    return new EmbeddingTable(
        3,
        2,
        true,
        names,
        List.of(
                new EmbeddingRows(new long[] {10, 11}, new long[] {0, 1}, new float[] {1, 2, 3, 4}),
                new EmbeddingRows(new long[] {12}, new long[] {0}, new float[] {0.1f, -6}))
            .iterator());
  }

  private static EmbeddingTable unlabelled() {
    return new EmbeddingTable(
        1, 1, false, List.of(), one(new EmbeddingRows(new long[] {7}, null, new float[] {0.5f})));
  }

  private static Iterator<EmbeddingRows> one(EmbeddingRows rows) {
    return List.of(rows).iterator();
  }

  private static List<Map<String, Object>> rows(Path file) throws IOException {
    try (Stream<Map<String, Object>> rows =
        ParquetReader.<Map<String, Object>, Map<String, Object>>streamContent(
            file.toFile(), new MapHydrator())) {
      return rows.toList();
    }
  }

  private static final class MapHydrator
      implements Hydrator<Map<String, Object>, Map<String, Object>, String[]> {
    @Override
    public Map<String, Object> start() {
      return new LinkedHashMap<>();
    }

    @Override
    public Map<String, Object> add(Map<String, Object> row, String[] column, Object value) {
      row.put(String.join(".", column), value);
      return row;
    }

    @Override
    public Map<String, Object> finish(Map<String, Object> row) {
      return row;
    }
  }
}
