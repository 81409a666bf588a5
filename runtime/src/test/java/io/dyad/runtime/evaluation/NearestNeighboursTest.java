package io.dyad.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows have four entries of 1 or -1, so that there are 16 different ones, cosines are exact and
 * ties are many; the expected neighbours come from a full sort.
 */
class NearestNeighboursTest {
  private static final int WIDTH = 4;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final NearestNeighbours nearest = new NearestNeighbours(kernels);
  private final Random random = new Random(3);
  private GradientMode mode;

  @BeforeEach
  void recordNothing() {
    mode = GradientMode.disabled();
  }

  @AfterEach
  void free() {
    mode.close();
    kernels.close();
    manager.close();
  }

  @ParameterizedTest
  @CsvSource({
    "50, 7, 1",
    "50, 7, 49",
    "50, 7, 50",
    "50, 7, 80",
    "9001, 3, 5",
    "9001, 600, 20",
    "70001, 40, 3",
    "70001, 33, 700",
    "33000, 64, 25000"
  })
  void ties_go_to_the_earlier_row_whatever_the_sizes(int rows, int queries, int wanted) {
    float[][] bank = signs(rows);
    float[][] asking = signs(queries);
    List<long[]> found = new ArrayList<>();
    nearest.visit(
        array(bank),
        array(asking),
        NearestNeighbours.zero(array(bank)),
        wanted,
        (first, neighbours) -> {
          assertThat(first).isEqualTo(found.size());
          long[] places = neighbours.places().toLongArray();
          int each = Math.min(wanted, rows);
          for (int i = 0; i < places.length; i += each) {
            found.add(Arrays.copyOfRange(places, i, i + each));
          }
        });
    assertThat(found).hasSize(queries);
    for (int i = 0; i < queries; i++) {
      assertThat(found.get(i)).isEqualTo(sorted(bank, asking[i], wanted));
    }
  }

  @Test
  void a_bank_in_uneven_parts_gives_what_the_whole_gives() {
    NDArray bank = manager.randomNormal(new Shape(20_000, 16));
    NDArray queries = manager.randomNormal(new Shape(100, 16));
    GrowingSearch whole = nearest.growing(queries, 50);
    whole.look(bank);
    GrowingSearch parts = nearest.growing(queries, 50);
    for (int from = 0, size = 3; from < 20_000; from += size, size = 3 * size + 1) {
      parts.look(bank.get(new NDIndex("{}:{}", from, Math.min(20_000, from + size))));
    }
    assertThat(parts.found().places()).isEqualTo(whole.found().places());
    NDArray gap = parts.found().cosines().sub(whole.found().cosines()).abs().max();
    assertThat(gap.getFloat()).isLessThan(1e-6f);
  }

  @Test
  void the_neighbours_are_those_of_one_product_of_all_rows() {
    NDArray bank = manager.randomNormal(new Shape(30_000, 32));
    NDArray queries = manager.randomNormal(new Shape(20, 32));
    NDArray origin = manager.randomNormal(new Shape(1, 32));
    NDArray cosines =
        Features.unit(queries.sub(origin)).matMul(Features.unit(bank.sub(origin)).transpose());
    NDArray places = cosines.argSort(1, false).get(":, :10");
    nearest.visit(
        bank, queries, origin, 10, (first, found) -> assertThat(found.places()).isEqualTo(places));
  }

  @Test
  void a_query_is_left_out_of_its_own_neighbours_even_behind_rows_that_are_as_near() {
    NDArray rows = manager.create(new float[] {1, 0, 1, 0, 1, 0, 0, 1}, new Shape(4, 2));
    GrowingSearch search = nearest.growing(rows, 2);
    search.look(rows);
    assertThat(search.found().places().toLongArray()).containsExactly(0, 1, 0, 1, 0, 1, 3, 0);
    Neighbours others =
        nearest.without(search.found(), manager.arange(4).toType(DataType.INT64, true));
    assertThat(others.places().toLongArray()).containsExactly(1, 0, 0, 0);
    assertThat(others.cosines().toFloatArray())
        .containsExactly(new float[] {1, 1, 1, 0}, within(0f));
  }

  @Test
  void float64_stays_float64() {
    NDArray rows = manager.create(new double[] {1, 2, 2, 1}, new Shape(2, 2));
    GrowingSearch search = nearest.growing(rows, 2);
    search.look(rows);
    assertThat(search.found().cosines().toDoubleArray())
        .containsExactly(new double[] {1, 0.8, 1, 0.8}, within(1e-15));
  }

  @Test
  void a_search_leaves_nothing_but_what_it_found() {
    NDArray rows = manager.randomNormal(new Shape(40, 3));
    int before = manager.getManagedArrays().size();
    try (GrowingSearch search = nearest.growing(rows, 2)) {
      search.look(rows);
      search.look(rows);
    }
    try (NDArray origin = NearestNeighbours.zero(rows)) {
      nearest.visit(rows, rows, origin, 5, (first, found) -> {});
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  private static long[] sorted(float[][] bank, float[] query, int wanted) {
    return LongStream.range(0, bank.length)
        .boxed()
        .sorted(Comparator.comparing(i -> -product(bank[i.intValue()], query)))
        .limit(wanted)
        .mapToLong(i -> i)
        .toArray();
  }

  private static float product(float[] first, float[] second) {
    float product = 0;
    for (int i = 0; i < WIDTH; i++) {
      product += first[i] * second[i];
    }
    return product;
  }

  private float[][] signs(int rows) {
    float[][] signs = new float[rows][WIDTH];
    for (float[] row : signs) {
      for (int i = 0; i < WIDTH; i++) {
        row[i] = random.nextBoolean() ? 1 : -1;
      }
    }
    return signs;
  }

  private NDArray array(float[][] rows) {
    float[] flat = new float[rows.length * WIDTH];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * WIDTH, WIDTH);
    }
    return manager.create(flat, new Shape(rows.length, WIDTH));
  }
}
