package io.dyad.benchmark.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordStepsTest {
  private static final Path DRIVE = Path.of("gpu", "drive.py");
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private static Path folder;

  @BeforeAll
  static void record() throws IOException {
    RecordSteps.main(new String[] {folder.toString(), "encoder.width=8", "train.batch-size=8"});
  }

  @Test
  void ten_steps_are_written_with_their_losses_and_the_archive_of_each_call() throws IOException {
    JsonNode recording = recording();
    assertThat(recording.get("losses")).hasSize(10);
    assertThat(recording.get("steps"))
        .hasSize(10)
        .allSatisfy(
            step ->
                assertThat(step.findValuesAsText("kernel"))
                    .contains("image-operations", "convolution", "mlp", "info-nce", "optimizer")
                    .allSatisfy(name -> assertThat(folder.resolve(name + ".pt")).isNotEmptyFile()));
  }

  @Test
  void every_array_that_a_call_names_lies_in_the_file() throws IOException {
    JsonNode recording = recording();
    long end = Files.size(folder.resolve("arrays.bin"));
    assertThat(recording.findValuesAsText("array"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(recording.get("arrays").has(name)).as(name).isTrue());
    assertThat(recording.findValues("offset"))
        .isNotEmpty()
        .allSatisfy(offset -> assertThat(offset.asLong()).isBetween(-1L, end));
  }

  @Test
  void pytorch_takes_the_steps_again_with_the_same_archives()
      throws IOException, InterruptedException {
    assumeThat(run("-c", "import torch").waitFor()).as("PyTorch is installed").isZero();
    Process drive = run(DRIVE.toString(), folder.toString(), "--device", "cpu", "--steps", "1");
    byte[] said = drive.getInputStream().readAllBytes();
    assertThat(drive.waitFor()).as(Files.readString(errors())).isZero();
    JsonNode comparison = MAPPER.readTree(said).get("comparison");
    assertThat(comparison.get("first_relative_difference").asDouble()).isLessThan(1e-6);
    assertThat(comparison.get("largest_relative_difference").asDouble())
        .isLessThan(Math.max(1e-5, 10 * comparison.get("largest_by_rounding").asDouble()));
  }

  private static JsonNode recording() throws IOException {
    return MAPPER.readTree(folder.resolve("recording.json").toFile());
  }

  private static Path errors() {
    return folder.resolve("errors.txt");
  }

  private static Process run(String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(PYTHON.toString());
    builder.command().addAll(List.of(arguments));
    return builder.redirectError(errors().toFile()).start();
  }
}
