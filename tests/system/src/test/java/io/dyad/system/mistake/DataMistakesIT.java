package io.dyad.system.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataMistakesIT {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"npz", "idx", "image-folder"})
  void a_place_without_data_is_named(String source) {
    Path missing = folder.resolve("missing");

    String errors = Refusal.ofTrain(4, folder.resolve("runs"), data(source, missing));

    assertThat(errors).contains("data.path", missing.toString(), "put the data there");
    Refusal.assertNothingStarted(folder.resolve("runs"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"npz", "idx", "image-folder"})
  void a_path_that_nobody_gave_is_asked_for(String source) {
    assertThat(Refusal.ofTrain(2, folder.resolve("runs"), "--set data.use=" + source))
        .contains("--set  data.path is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"npz", "idx", "image-folder"})
  void a_file_of_another_kind_is_named(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "these are no images");

    assertThat(Refusal.ofTrain(4, folder.resolve("runs"), data(source, file)))
        .contains(file.toString());
  }

  @Test
  void a_batch_larger_than_the_data_is_told_with_the_largest_that_fits() {
    assertThat(Refusal.ofTrain(4, folder.resolve("runs"), "--set train.batch-size=1298"))
        .contains("1298", "1297", "set train.batch-size to 1297 or less");
  }

  private static String data(String source, Path path) {
    return "--set data.use=" + source + " --set data.path=" + path;
  }
}
