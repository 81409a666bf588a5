package io.dyad.system.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of docs/benchmarks.md, which scripts lean on, and what must be true of any machine. */
class BenchIT {
  @Test
  void the_quick_bench_says_how_fast_the_quick_start_trains() {
    JsonNode result = bench("--quick");

    assertThat(names(result))
        .containsExactly(
            "experiment",
            "warmup",
            "steps",
            "samplesPerStep",
            "viewsPerSample",
            "samplesPerSecond",
            "viewsPerSecond",
            "stepSeconds",
            "shares",
            "betweenSteps",
            "kernelSeconds",
            "memory",
            "profile",
            "environment");
    assertThat(result.get("experiment").asText()).isEqualTo("quick-start");
    assertThat(result.get("warmup").asInt()).isEqualTo(2);
    assertThat(result.get("steps").asInt()).isEqualTo(10);
    assertThat(result.get("samplesPerStep").asDouble()).isEqualTo(128);
    assertThat(result.get("viewsPerSample").asInt()).isEqualTo(2);
    assertThat(result.get("viewsPerSecond").asDouble())
        .isCloseTo(2 * result.get("samplesPerSecond").asDouble(), within(1e-6));
    assertThat(result.get("profile").isNull()).isTrue();
    stepsAreOrdered(result.get("stepSeconds"));
    sharesSumToOne(result.get("shares"));
    assertThat(result.get("betweenSteps").asDouble()).isBetween(0.0, 1.0);
    kernelsAreInsideSteps(result);
    memoryIsPlausible(result.get("memory"));
    assertThat(result.at("/environment/threads").asInt()).isPositive();
    assertThat(result.at("/environment/device").asText()).isNotEmpty();
    assertThat(result.at("/environment/seed").asInt()).isEqualTo(1);
  }

  private static void stepsAreOrdered(JsonNode seconds) {
    List<Double> ordered =
        List.of(
            seconds.get("p50").asDouble(),
            seconds.get("p90").asDouble(),
            seconds.get("p99").asDouble(),
            seconds.get("max").asDouble());
    assertThat(ordered).isSorted().allMatch(time -> time > 0);
    assertThat(seconds.get("mean").asDouble()).isPositive().isLessThanOrEqualTo(ordered.get(3));
    assertThat(seconds.get("processor").asDouble()).isPositive();
  }

  private static void sharesSumToOne(JsonNode shares) {
    assertThat(shares).allMatch(share -> share.asDouble() >= 0);
    assertThat(sum(shares)).isCloseTo(1, within(1e-9));
  }

  private static void kernelsAreInsideSteps(JsonNode result) {
    JsonNode kernels = result.get("kernelSeconds");
    assertThat(names(kernels)).contains("mlp.forward");
    double inside =
        result.at("/shares/kernels").asDouble() * result.at("/stepSeconds/mean").asDouble();
    assertThat(sum(kernels)).isCloseTo(inside, within(1e-9));
  }

  private static void memoryIsPlausible(JsonNode memory) {
    long resident = memory.get("residentBytes").asLong();
    assertThat(resident).isGreaterThan(50L << 20);
    assertThat(memory.get("peakResidentBytes").asLong()).isGreaterThanOrEqualTo(resident);
    assertThat(memory.get("heapBytes").asLong()).isPositive();
    assertThat(memory.get("collectionSeconds").asDouble()).isNotNegative();
  }

  @Test
  void a_profile_says_where_time_goes_by_kind_and_operator() {
    JsonNode profile = bench("--steps", "1", "--warmup", "0", "--profile").get("profile");

    assertThat(names(profile.get("shares")))
        .containsExactly(
            "convolution",
            "matrixProduct",
            "memoryBound",
            "optimizer",
            "copies",
            "dispatch",
            "waiting",
            "java");
    sharesSumToOne(profile.get("shares"));
    assertThat(profile.at("/shares/convolution").asDouble()).as("of an MLP").isZero();
    assertThat(profile.at("/shares/matrixProduct").asDouble()).isPositive();
    assertThat(profile.at("/shares/optimizer").asDouble()).isPositive();
    assertThat(profile.get("operators"))
        .anyMatch(operator -> operator.get("name").asText().equals("aten::mm"))
        .allMatch(operator -> operator.get("calls").asDouble() > 0)
        .allMatch(operator -> operator.get("seconds").asDouble() > 0);
  }

  @Test
  void steps_may_be_more_than_the_experiment_has_and_nothing_is_left_behind() {
    Path runs = Path.of("runs");
    boolean before = Files.exists(runs);
    JsonNode result =
        bench("--set", "train.epochs=1", "--set", "train.batch-size=640", "--steps", "5");

    assertThat(result.get("steps").asInt()).as("of 2 in an epoch").isEqualTo(5);
    assertThat(result.get("betweenSteps").asDouble()).isPositive();
    assertThat(Files.exists(runs)).isEqualTo(before);
  }

  @Test
  void a_person_gets_a_table() {
    Command command = Command.run("bench", "--quick", "--profile");

    assertThat(command.exitCode()).as(command.errors()).isZero();
    assertThat(command.output())
        .contains("samples/s", "p99", "waiting for data", "resident set", "matrix product")
        .doesNotContain("{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bench quickstart; did you mean \"quick-start\"",
        "bench --steps 0; --steps must be at least 1, got 0",
        "bench --warmup -1; --warmup must be at least 0, got -1",
        "bench --steps many; 'many' is not an int",
        "bench --quick --steps 5; --quick takes neither --steps nor --warmup",
        "bench --set train.batchsize=3; did you mean"
      })
  void a_mistake_of_the_user_is_told(String mistake) {
    String[] said = mistake.split("; ", 2);
    Command command = Command.run(said[0].split(" "));

    assertThat(command.exitCode()).isEqualTo(2);
    assertThat(command.errors()).contains(said[1]).doesNotContain("\tat ");
    assertThat(command.output()).isEmpty();
  }

  @Test
  void a_loss_that_is_no_number_ends_the_bench_as_it_ends_a_run() {
    Command command =
        Command.run(
            "bench",
            "--json",
            "--set",
            "train.schedule.warmup-epochs=0",
            "--set",
            "train.optimizer.learning-rate=1e30");

    assertThat(command.exitCode()).isEqualTo(5);
    assertThat(command.errors()).contains("the loss is NaN at step");
    assertThat(command.output()).isEmpty();
  }

  private static JsonNode bench(String... more) {
    List<String> arguments = new ArrayList<>(List.of("bench", "--json"));
    arguments.addAll(List.of(more));
    Command command = Command.run(arguments.toArray(String[]::new));
    assertThat(command.exitCode()).as(command.errors()).isZero();
    assertThat(command.output().trim()).startsWith("{").endsWith("}").doesNotContain("\n");
    return FinishedRun.json(command.output());
  }

  private static double sum(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false).mapToDouble(JsonNode::asDouble).sum();
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
