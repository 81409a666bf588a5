package io.dyad.system.resume;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import io.dyad.system.trial.Trial;
import io.dyad.toolkit.file.NpyArray;
import io.dyad.toolkit.file.Npz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Goes on from checkpoints within and between epochs, and compares with the run they are of. */
class ResumeIT {
  private static final int STEPS_BETWEEN = 3;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(Trial.class)
  void every_kind_of_state_goes_on_to_the_bit(Trial trial) throws IOException {
    assertResumes(trial.file().toString(), "train.epochs=3");
  }

  @Test
  void the_quick_start_goes_on_to_the_bit() throws IOException {
    assertResumes("quick-start", "train.epochs=2");
  }

  @Test
  void the_preset_fashion_goes_on_to_the_bit() throws IOException {
    assertResumes("fashion", "train.epochs=2", "train.batch-size=2500", "encoder.width=4");
  }

  @ParameterizedTest
  @CsvSource({"simclr, resnet", "cifar, conv4"})
  void presets_for_the_users_pictures_go_on_to_the_bit(String preset, String encoder)
      throws IOException {
    List<String> settings = new ArrayList<>(List.of("data.use=npz", "data.path=" + pictures()));
    settings.addAll(List.of("train.epochs=2", "train.batch-size=8"));
    settings.addAll(List.of("encoder.use=" + encoder, "encoder.width=4"));
    assertResumes(preset, settings.toArray(String[]::new));
  }

  @Test
  void what_is_done_is_left_alone_and_told() {
    FinishedRun done = FinishedRun.oneEpoch(folder.resolve("runs"));

    Command again = Command.run("train", "--json", "--resume", done.folder().toString());

    assertThat(again.exitCode()).isZero();
    assertThat(again.errors()).contains("this training is done");
    assertThat(FinishedRun.json(again.output())).isEqualTo(done.summary());
  }

  @Test
  void settings_have_no_place_beside_resume() throws IOException {
    FinishedRun done = FinishedRun.oneEpoch(folder.resolve("runs"));
    Files.delete(done.folder().resolve("summary.json"));

    Command other =
        Command.run("train", "--resume", done.folder().toString(), "--set", "train.epochs=9");

    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.errors()).contains("CONF and --set have no place beside it");
  }

  private void assertResumes(String experiment, String... settings) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(experiment));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    for (String setting : List.of("every-steps=" + STEPS_BETWEEN, "every-epochs=1", "keep=999")) {
      arguments.addAll(List.of("--set", "checkpoint." + setting));
    }
    Path whole = FinishedRun.of(folder.resolve("runs"), arguments.toArray(String[]::new)).folder();
    List<String> names = RunComparison.checkpoints(whole);
    assertThat(names).hasSizeGreaterThan(2);
    for (String from : List.of(names.get(0), names.get(names.size() / 2))) {
      Path stopped = stoppedAt(whole, from);

      Command command = Command.run("train", "--json", "--resume", stopped.toString());

      assertThat(command.exitCode()).as(command.errors()).isZero();
      assertThat(command.errors()).contains("going on from " + from.replace('-', ' '));
      RunComparison.assertSame(stopped, whole);
    }
  }

  /** Returns a copy of a run as a kill right after one of its checkpoints leaves it. */
  private Path stoppedAt(Path whole, String checkpoint) throws IOException {
    Path copy = folder.resolve("stopped-at-" + checkpoint);
    try (Stream<Path> files = Files.walk(whole)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(whole.relativize(file).toString());
        if (reached(whole.relativize(file), checkpoint)) {
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
    return copy;
  }

  private static boolean reached(Path file, String checkpoint) {
    if (file.toString().isEmpty() || file.endsWith("summary.json")) {
      return file.toString().isEmpty();
    }
    String name = file.getNameCount() > 1 ? file.getName(1).toString() : "";
    return !name.startsWith("step-") || RunComparison.step(name) <= RunComparison.step(checkpoint);
  }

  /** Writes noise of two classes, one of them brighter. */
  private Path pictures() {
    Random random = new Random(1);
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    for (String split : List.of("train", "test")) {
      byte[] images = new byte[48 * 32 * 32 * 3];
      byte[] labels = new byte[48];
      for (int i = 0; i < images.length; i++) {
        images[i] = (byte) (random.nextInt(128) + 100 * (i / (32 * 32 * 3) % 2));
      }
      for (int i = 0; i < labels.length; i++) {
        labels[i] = (byte) (i % 2);
      }
      arrays.put("x_" + split, NpyArray.of(images, 48, 32, 32, 3));
      arrays.put("y_" + split, NpyArray.of(labels, 48));
    }
    Path file = folder.resolve("pictures.npz");
    Npz.write(file, arrays);
    return file;
  }
}
