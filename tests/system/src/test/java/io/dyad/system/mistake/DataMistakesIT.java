package io.dyad.system.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataMistakesIT {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"npz", "idx", "image-folder"})
  void a_place_without_data_is_named(String source) {
    Path missing = folder.resolve("missing");

    String errors = Refusal.ofTrain(4, folder.resolve("runs"), settings(source, missing));

    assertThat(errors).contains("data.", "there is no " + missing, "put the data there");
    Refusal.assertNothingStarted(folder.resolve("runs"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"npz", "idx", "image-folder"})
  void a_file_of_another_kind_is_named(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "these are no images");

    assertThat(Refusal.ofTrain(4, folder.resolve("runs"), settings(source, file)))
        .contains(file.toString());
  }

  @ParameterizedTest
  @CsvSource({"npz, path", "idx, train", "image-folder, path"})
  void a_path_that_nobody_gave_is_asked_for(String source, String option) {
    assertThat(Refusal.ofTrain(2, folder.resolve("runs"), "--set data.use=" + source))
        .contains("--set  data." + option + " is missing");
  }

  @Test
  void a_batch_larger_than_the_data_is_told_with_the_largest_that_fits() {
    assertThat(Refusal.ofTrain(4, folder.resolve("runs"), "--set train.batch-size=1298"))
        .contains("1298", "1297", "set train.batch-size to 1297 or less");
  }

  private static String settings(String source, Path path) {
    String use = "--set data.use=" + source;
    return source.equals("idx")
        ? use + " --set data.train.images=" + path + " --set data.train.labels=" + path
        : use + " --set data.path=" + path;
  }
}
