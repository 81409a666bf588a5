package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Data;
import io.dyad.api.DyadException;
import io.dyad.api.Metric;
import io.dyad.api.Progress;
import io.dyad.runtime.evaluation.RawInput;
import io.dyad.runtime.memory.MemoryEstimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source that makes all nodes of a graph one batch, from training to figures. */
class WholeGraphTest {
  private static final String[] GRAPH = {
    "views = thinned", "encoder = null", "encoder { use = neighbours }", "train.epochs = 4"
  };
  private static final String PROBE =
      "evaluate.evaluators.public { use = partition-probe, partition = split.public }";

  private final NDManager memory = NDManager.newBaseManager();

  @BeforeEach
  void forget() {
    FakeGraphs.ENCODED.clear();
  }

  @AfterEach
  void free() {
    memory.close();
  }

  @Test
  void an_epoch_is_one_step_on_all_nodes_whatever_the_batch_size() {
    List<Integer> batches = new ArrayList<>();
    try (FakeRun run = graph("train.batch-size = 100");
        TrainingLoop loop = run.loop(counting(batches))) {
      loop.run();
      assertThat(run.assembly().data().isWhole(Data.TRAIN)).isTrue();
      assertThat(run.assembly().data().batch()).isEqualTo(12);
    }
    assertThat(batches).containsExactly(12, 12, 12, 12);
  }

  @Test
  void data_that_the_runtime_cuts_are_not_whole_even_if_one_batch_has_all() {
    try (FakeRun run = FakeRun.of("train.batch-size = 8")) {
      assertThat(run.assembly().data().batches(Data.TRAIN, 0)).isEqualTo(1);
      assertThat(run.assembly().data().isWhole(Data.TRAIN)).isFalse();
    }
  }

  @Test
  void all_evaluators_together_encode_a_large_graph_once() {
    try (FakeRun run =
        graph(
            "data.nodes = 700",
            PROBE,
            "evaluate.evaluators.clustering { split = train }",
            "evaluate.evaluators.geometry {}")) {
      FakeGraphs.ENCODED.clear();
      Evaluations evaluations = new Evaluations(run.assembly());
      Map<String, List<Metric>> figures = evaluations.all(evaluations.network());
      assertThat(figures).containsOnlyKeys("public", "clustering", "geometry");
    }
    assertThat(FakeGraphs.ENCODED).containsExactly(700L);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void the_raw_input_is_the_features_of_the_selected_nodes(boolean composite) {
    try (FakeRun run = graph("data.composite = " + composite, "data.nodes = 5")) {
      float[] rows =
          new Evaluations(run.assembly())
              .run(new RawInput(), all -> all.embed("representation", "train").toFloatArray());
      assertThat(rows)
          .hasSize(15)
          .startsWith(FakeParts.point(0, 3))
          .endsWith(FakeParts.point(4, 3));
      float[] some =
          new Evaluations(run.assembly())
              .samples()
              .read(
                  "train",
                  new long[] {3, 1},
                  (batch, context) -> batch.samples().input().toFloatArray());
      assertThat(some).startsWith(FakeParts.point(3, 3)).endsWith(FakeParts.point(1, 3));
    }
  }

  @Test
  void needs_and_banks_and_rates_are_held_against_the_batch_that_is_made() {
    assertThatThrownBy(() -> graph("loss { use = quadratic, asks = much }").close())
        .isInstanceOf(DyadException.class)
        .hasMessageContaining(
            "batches of at least 500 samples, and the data makes batches of 12; choose its options, or other data");
    String bank = "banks.queue { rows { view = view-2, output = representation }, capacity = ";
    graph(bank + "24 }").close();
    assertThatThrownBy(() -> graph(bank + "16 }").close())
        .hasMessageContaining("no multiple of a batch of 12");
  }

  @Test
  void memory_is_estimated_from_the_whole_graph() {
    try (FakeRun run = graph("data.nodes = 300")) {
      Optional<MemoryEstimate> estimate = StepProbe.estimate(run.assembly(), 0);
      estimate.ifPresent(
          found -> {
            assertThat(found.whole()).isTrue();
            assertThat(found.batch()).isEqualTo(300);
          });
      assertThat(FakeGraphs.ENCODED).contains(300L);
    }
  }

  @Test
  void monitors_look_at_views_of_the_graph() {
    Map<String, Double> seen = new LinkedHashMap<>();
    try (FakeRun run = graph("data.nodes = 300", "monitors.collapse = true");
        TrainingLoop loop =
            run.loop(
                new TrainingListener() {
                  @Override
                  public void onEpoch(Progress progress, Map<String, Double> figures) {
                    seen.putAll(figures);
                  }

                  @Override
                  public void onSimilarities(Progress progress, ViewSimilarities similar) {
                    seen.put("alignment", similar.alignment());
                    seen.put(
                        "positive", (double) similar.positive().stream().mapToLong(n -> n).sum());
                  }
                })) {
      loop.run();
    }
    assertThat(seen)
        .containsKey("alignment")
        .containsEntry("positive", 128.0)
        .hasSizeGreaterThan(2);
    assertThat(seen.values()).allMatch(Double::isFinite);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_run_stopped_after_any_step_goes_on_with_the_same_bits(long steps) {
    String[] settings = {"train.optimizer.algorithm = adamw", "checkpoint.every-steps = 1"};
    Map<String, float[]> expected;
    Map<Long, TrainingPosition> positions = new LinkedHashMap<>();
    Map<Long, Map<String, NDArray>> saved = new LinkedHashMap<>();
    try (FakeRun run = graph(settings);
        TrainingLoop loop =
            run.loop(
                new TrainingListener() {
                  @Override
                  public void onCheckpoint(TrainingPosition position, TrainingState state) {
                    if (positions.putIfAbsent(position.step(), position) == null) {
                      saved.put(position.step(), copies(state));
                    }
                  }
                })) {
      loop.run();
      expected = FakeRun.numbers(loop.state().tensors());
    }
    try (FakeRun run = graph(settings);
        TrainingLoop loop = run.loop(new TrainingListener() {})) {
      loop.restore(
          Optional.ofNullable(positions.get(steps)).orElseThrow(),
          Optional.ofNullable(saved.get(steps)).orElseThrow());
      loop.run();
      Map<String, float[]> resumed = FakeRun.numbers(loop.state().tensors());
      assertThat(resumed.keySet()).isEqualTo(expected.keySet());
      resumed.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
    }
  }

  private Map<String, NDArray> copies(TrainingState state) {
    Map<String, NDArray> copies = new LinkedHashMap<>();
    state.tensors().forEach((name, array) -> copies.put(name, OwnedCopy.of(array, memory)));
    return copies;
  }

  private static TrainingListener counting(List<Integer> batches) {
    return new TrainingListener() {
      @Override
      public void onStep(Progress progress, int samples) {
        batches.add(samples);
      }
    };
  }

  private static FakeRun graph(String... settings) {
    return FakeRun.of(
        Stream.of(
                Stream.of("data = null", "data { use = ring }"),
                Stream.of(GRAPH),
                Stream.of(settings))
            .flatMap(lines -> lines)
            .toArray(String[]::new));
  }
}
