package io.dyad.runtime.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times are counted by hand from traces in the form in which the engine writes them. */
class SelfTimesTest {
  @TempDir private Path folder = Path.of("");
  private final List<String> events = new ArrayList<>();

  @Test
  void an_operator_counts_without_those_it_calls() throws IOException {
    event("aten::mm", 12, 50, 1);
    event("aten::t", 70, 2, 1);
    event("aten::linear", 10, 80, 1);
    event("aten::relu", 100, 30, 1);
    event("forward", 0, 200, 1);

    assertThat(times(1))
        .containsExactly(
            operator("forward", OperatorKind.DISPATCH, 1, 90),
            operator("aten::mm", OperatorKind.MATRIX_PRODUCT, 1, 50),
            operator("aten::relu", OperatorKind.MEMORY_BOUND, 1, 30),
            operator("aten::linear", OperatorKind.MATRIX_PRODUCT, 1, 28),
            operator("aten::t", OperatorKind.DISPATCH, 1, 2));
  }

  @Test
  void what_an_update_of_all_parameters_calls_belongs_to_it() throws IOException {
    event("aten::add_", 1, 5, 1);
    event("aten::add_", 6, 5, 1);
    event("aten::_foreach_add_", 0, 12, 1);
    event("aten::add_", 20, 7, 1);

    assertThat(times(1))
        .containsExactlyInAnyOrder(
            operator("aten::add_", OperatorKind.OPTIMIZER, 2, 10),
            operator("aten::_foreach_add_", OperatorKind.OPTIMIZER, 1, 2),
            operator("aten::add_", OperatorKind.MEMORY_BOUND, 1, 7));
  }

  @Test
  void threads_have_callers_of_their_own() throws IOException {
    event("aten::mul", 5, 10, 2);
    event("aten::sum", 0, 20, 1);

    assertThat(times(1))
        .containsExactlyInAnyOrder(
            operator("aten::sum", OperatorKind.MEMORY_BOUND, 1, 20),
            operator("aten::mul", OperatorKind.MEMORY_BOUND, 1, 10));
  }

  @Test
  void shares_of_a_step_sum_to_one_with_waiting_and_java() throws IOException {
    event("aten::convolution", 0, 500, 1);
    event("aten::copy_", 600, 100, 1);
    SelfTimes sums = new SelfTimes();
    Trace.read(file()).forEach(sums::add);

    OperatorProfile.Shares shares = OperatorProfile.of(sums, 2, 2_000_000, 200_000).shares();

    assertThat(shares.convolution()).isCloseTo(0.25, within(1e-9));
    assertThat(shares.copies()).isCloseTo(0.05, within(1e-9));
    assertThat(shares.waiting()).isCloseTo(0.1, within(1e-9));
    assertThat(shares.java()).isCloseTo(0.6, within(1e-9));
    assertThat(shares.memoryBound() + shares.matrixProduct() + shares.optimizer()).isZero();
  }

  private void event(String name, double start, double duration, int thread) {
    events.add(
        """
        {"name": "%s", "ph": "X", "ts": %f, "dur": %f, "tid": %d, "pid": "CPU Functions", "args": {}}
        """
            .formatted(name, start, duration, thread));
  }

  private Path file() throws IOException {
    return Files.writeString(
        folder.resolve("trace.json"), "[\n" + String.join(",", events) + "]\n");
  }

  private List<OperatorTime> times(int steps) throws IOException {
    SelfTimes sums = new SelfTimes();
    Trace.read(file()).forEach(sums::add);
    return sums.perStep(steps).stream()
        .map(
            time ->
                operator(time.name(), time.kind(), time.calls(), Math.round(time.seconds() * 1e6)))
        .toList();
  }

  private static OperatorTime operator(
      String name, OperatorKind kind, double calls, double microseconds) {
    return new OperatorTime(name, kind, calls, microseconds / 1e6);
  }
}
