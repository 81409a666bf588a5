package io.dyad.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import io.dyad.toolkit.file.NpzReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedIT {
  /** Features of the quick start. */
  private static final int WIDTH = 256;

  @TempDir private Path folder = Path.of("");

  @Test
  void all_formats_hold_the_same_rows_in_the_order_of_ids() throws IOException {
    FinishedRun run = FinishedRun.oneEpoch(folder.resolve("runs"));
    Path npz = embed(run, "e.npz");

    List<String> rows = rowsOfNpz(npz);

    assertThat(rows).hasSize(500);
    assertThat(rowsOfCsv(embed(run, "e.csv"))).isEqualTo(rows);
    assertThat(rowsOfParquet(embed(run, "e.parquet"))).isEqualTo(rows);
  }

  private Path embed(FinishedRun run, String name) {
    Path file = folder.resolve(name);
    Command command = Command.run("embed", run.folder().toString(), "-o", file.toString());
    assertThat(command.exitCode()).as(command.errors()).isZero();
    assertThat(command.output()).contains("500 x " + WIDTH + " written to " + file);
    return file;
  }

  /** Each row as it stands in a CSV file. */
  private static List<String> rowsOfNpz(Path file) {
    try (NpzReader reader = NpzReader.open(file)) {
      long[] ids = reader.read("ids").longs();
      long[] labels = reader.read("labels").longs();
      float[] vectors = reader.read("embeddings").floats();
      assertThat(reader.shape("embeddings")).containsExactly(500, WIDTH);
      assertThat(ids).containsExactly(LongStream.range(0, 500).toArray());
      assertThat(labels).contains(0, 9);
      List<String> rows = new ArrayList<>();
      for (int row = 0; row < ids.length; row++) {
        String vector =
            Arrays.toString(Arrays.copyOfRange(vectors, row * WIDTH, (row + 1) * WIDTH));
        rows.add(ids[row] + "," + labels[row] + "," + vector.replaceAll("[\\[\\] ]", ""));
      }
      return rows;
    }
  }

  private static List<String> rowsOfCsv(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).startsWith("id,label,e0,e1,").endsWith(",e" + (WIDTH - 1));
    return lines.subList(1, lines.size());
  }

  private static List<String> rowsOfParquet(Path file) throws IOException {
    try (Stream<List<Object>> rows =
        ParquetReader.<List<Object>, List<Object>>streamContent(
            file.toFile(), new ValuesInOrder())) {
      return rows.map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(",")))
          .toList();
    }
  }

  private static final class ValuesInOrder
      implements Hydrator<List<Object>, List<Object>, String[]> {
    @Override
    public List<Object> start() {
      return new ArrayList<>();
    }

    @Override
    public List<Object> add(List<Object> row, String[] column, Object value) {
      row.add(value);
      return row;
    }

    @Override
    public List<Object> finish(List<Object> row) {
      return row;
    }
  }
}
