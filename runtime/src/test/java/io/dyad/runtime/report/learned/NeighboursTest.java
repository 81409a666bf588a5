package io.dyad.runtime.report.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.evaluation.NearestNeighbours;
import io.dyad.runtime.kernel.ScriptKernels;
import io.dyad.runtime.report.learned.Query.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final NearestNeighbours nearest = new NearestNeighbours(kernels);

  @BeforeEach
  void start() {
    Engines.start("cpu", "1");
  }

  @AfterEach
  void free() {
    kernels.close();
    manager.close();
  }

  @Test
  void neighbours_are_the_nearest_by_angle_nearest_first() {
    NDArray queries = manager.create(new float[] {2, 0}, new Shape(1, 2));
    NDArray bank = manager.create(new float[] {0, 1, 9, 9, 0.1f, 0, -1, 0}, new Shape(4, 2));
    NeighbourSearch search = new NeighbourSearch(nearest, queries, 3);
    search.look(new long[] {10, 11, 12, 13}, Optional.of(new long[] {0, 1, 2, 3}), bank);
    List<Neighbour> found = search.found().get(0);
    assertThat(found).extracting(Neighbour::id).containsExactly(12L, 11L, 10L);
    assertThat(found).extracting(Neighbour::label).containsExactly(2L, 1L, 0L);
    assertThat(found.get(1).cosine()).isCloseTo((float) Math.sqrt(0.5), offset(1e-6f));
  }

  @Test
  void chunks_find_what_one_look_finds_and_need_no_labels() {
    NDArray queries = manager.randomNormal(new Shape(20, 6));
    NDArray bank = manager.randomNormal(new Shape(50, 6));
    NeighbourSearch once = new NeighbourSearch(nearest, queries, 5);
    once.look(LongStream.range(0, 50).toArray(), Optional.empty(), bank);
    NeighbourSearch chunks = new NeighbourSearch(nearest, queries, 5);
    for (int from = 0; from < 50; from += 13) {
      int to = Math.min(50, from + 13);
      chunks.look(
          LongStream.range(from, to).toArray(), Optional.empty(), bank.get(from + ":" + to));
    }
    for (int i = 0; i < 20; i++) {
      assertThat(chunks.found().get(i))
          .extracting(Neighbour::id)
          .containsExactlyElementsOf(once.found().get(i).stream().map(Neighbour::id).toList());
    }
    assertThat(once.found().get(0)).allMatch(neighbour -> neighbour.label() == -1);
  }

  @Test
  void the_worst_are_those_whose_near_neighbours_are_of_other_classes() {
    List<List<Neighbour>> neighbours =
        IntStream.range(0, 40)
            .mapToObj(i -> List.of(new Neighbour(i, i % 4 == 0 ? 1 : 0, 0.5f + 0.01f * i)))
            .toList();
    List<Query> chosen = QueryChoice.of(samples(40, Optional.of(new long[40])), neighbours, 1);
    assertThat(chosen.subList(5, 10))
        .allMatch(query -> query.why() == Reason.WORST)
        .extracting(Query::id)
        .containsExactly(136L, 132L, 128L, 124L, 120L);
    assertThat(chosen.subList(0, 5)).allMatch(query -> query.why() == Reason.RANDOM);
    assertThat(chosen).extracting(Query::id).doesNotHaveDuplicates();
    assertThat(NeighbourGrid.right(Optional.of(new long[40]), neighbours)).hasValue(0.75);
  }

  @Test
  void without_labels_the_worst_are_those_far_from_all() {
    List<List<Neighbour>> neighbours =
        IntStream.range(0, 20).mapToObj(i -> List.of(new Neighbour(i, -1, 0.04f * i))).toList();
    List<Query> chosen = QueryChoice.of(samples(20, Optional.empty()), neighbours, 1);
    assertThat(chosen.subList(5, 10))
        .extracting(Query::id)
        .containsExactly(100L, 101L, 102L, 103L, 104L);
    assertThat(NeighbourGrid.right(Optional.empty(), neighbours)).isEmpty();
  }

  @Test
  void the_choice_depends_on_the_seed_alone() {
    List<List<Neighbour>> neighbours =
        IntStream.range(0, 200).mapToObj(i -> List.of(new Neighbour(i, 0, 0.5f))).toList();
    Embedded samples = samples(200, Optional.of(new long[200]));
    assertThat(QueryChoice.of(samples, neighbours, 1))
        .isEqualTo(QueryChoice.of(samples, neighbours, 1));
    assertThat(QueryChoice.of(samples, neighbours, 1))
        .isNotEqualTo(QueryChoice.of(samples, neighbours, 2));
  }

  private static Embedded samples(int count, Optional<long[]> labels) {
    return new Embedded(
        "test",
        count,
        LongStream.range(100, 100 + count).toArray(),
        labels,
        new float[count],
        1,
        List.of());
  }
}
