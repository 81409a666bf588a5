package io.dyad.system.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.system.command.FinishedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A convolutional network whose batches are encoded in chunks beside the same run as a whole. */
class MicroBatchIT {
  /** Steps multiply what rounding makes of the first one. */
  private static final double FIRST_STEP = 1e-6;

  private static final double TENTH_STEP = 1e-3;

  @Test
  void with_group_norm_chunks_train_as_whole_batches_do(@TempDir Path folder) {
    List<Double> whole = losses(folder.resolve("whole"), "group", 0);
    List<Double> chunks = losses(folder.resolve("chunks"), "group", 24);

    assertThat(chunks).hasSize(10);
    assertThat(chunks.get(0) / whole.get(0)).isCloseTo(1, within(FIRST_STEP));
    assertThat(chunks.get(9) / whole.get(9)).isCloseTo(1, within(TENTH_STEP));
  }

  @Test
  void batch_norm_sees_its_chunk_only(@TempDir Path folder) {
    List<Double> whole = losses(folder.resolve("whole"), "batch", 0);
    List<Double> chunks = losses(folder.resolve("chunks"), "batch", 24);

    assertThat(chunks.get(0) / whole.get(0)).isNotCloseTo(1, within(FIRST_STEP));
    assertThat(chunks.get(9)).isLessThan(chunks.get(0));
  }

  private static List<Double> losses(Path folder, String norm, int microBatch) {
    List<String> arguments = new ArrayList<>();
    for (String setting :
        List.of(
            "train.micro-batch=" + microBatch,
            "monitors.log-every-steps=1",
            "encoder=null",
            "encoder.use=conv4",
            "encoder.width=8",
            "encoder.norm=" + norm,
            "projector.batch-norm=false")) {
      arguments.add("--set");
      arguments.add(setting);
    }
    return FinishedRun.oneEpoch(folder, arguments.toArray(String[]::new)).metrics().stream()
        .map(line -> line.path("values").path("train/loss"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::asDouble)
        .toList();
  }
}
