package io.dyad.system.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.system.command.FinishedRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run in bfloat16 beside the same run in float32. Neighbours are compared with the same weights,
 * those before training: after it they differ by what chance does in so short a run, either way.
 * Whole runs of the quick start, three seeds each, end within a point on average.
 */
class PrecisionIT {
  private static final double LOSS_TOLERANCE = 0.02;
  private static final double KNN_TOLERANCE = 0.0101;

  @Test
  void losses_of_the_first_steps_and_neighbours_are_those_of_float32(@TempDir Path folder) {
    FinishedRun exact = run(folder, "float32");
    FinishedRun rounded = run(folder, "bf16");

    assertThat(losses(exact)).hasSize(10);
    assertThat(losses(rounded)).hasSize(10).isNotEqualTo(losses(exact));
    for (int step = 0; step < 10; step++) {
      assertThat(losses(rounded).get(step) / losses(exact).get(step))
          .as("step %d", step)
          .isCloseTo(1, within(LOSS_TOLERANCE));
    }
    assertThat(neighbours(rounded)).isCloseTo(neighbours(exact), within(KNN_TOLERANCE));
  }

  private static FinishedRun run(Path folder, String precision) {
    return FinishedRun.oneEpoch(
        folder.resolve(precision),
        "--set",
        "train.precision=" + precision,
        "--set",
        "monitors.log-every-steps=1",
        "--set",
        "encoder=null",
        "--set",
        "encoder.use=conv4",
        "--set",
        "encoder.width=8");
  }

  private static List<Double> losses(FinishedRun run) {
    return run.metrics().stream()
        .map(line -> line.path("values").path("train/loss"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::asDouble)
        .toList();
  }

  private static double neighbours(FinishedRun run) {
    return run.summary().at("/metrics/untrained").get("knn.top1").asDouble();
  }
}
