package io.dyad.system.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.util.cuda.CudaUtils;
import io.dyad.runtime.memory.NativeHeap;
import io.dyad.system.launcher.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EngineMistakesIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_gpu_that_is_not_there_is_told_with_what_is() {
    assumeThat(CudaUtils.getGpuCount()).isZero();

    assertThat(Refusal.ofTrain(6, folder.resolve("runs"), "--set device=gpu"))
        .contains("there is no device gpu", "sees no GPU", "Set device = cpu");
    assertThat(Refusal.ofTrain(6, folder.resolve("runs"), "--set device=gpu:3"))
        .contains("there is no device gpu:3");
    Refusal.assertNothingStarted(folder.resolve("runs"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void missing_natives_are_told_at_once_and_nothing_is_downloaded()
      throws IOException, InterruptedException {
    Path cache = folder.resolve("cache");
    Map<String, String> environment =
        Map.of("DJL_CACHE_DIR", cache.toString(), "DYAD_JVM_OPTIONS", "-Dai.djl.offline=false");

    Launcher.Outcome outcome =
        new Launcher(homeWithoutNatives()).run(folder, environment, "train", "--runs", "runs");

    assertThat(outcome.exitCode()).as(outcome.errors()).isEqualTo(6);
    assertThat(outcome.errors())
        .contains(
            "the native libraries of PyTorch cannot be loaded",
            "Put pytorch-native-cpu for this platform into lib/",
            "PYTORCH_LIBRARY_PATH")
        .doesNotContain("\tat ");
    assertThat(outcome.time()).isLessThan(Duration.ofSeconds(20));
    assertThat(cache).doesNotExist();
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void a_batch_that_cannot_fit_is_refused_with_the_numbers_and_one_that_fits() {
    assumeThat(NativeHeap.bytes()).isPresent();
    String memory = "--set engine.memory=900M --set train.batch-size=1280";
    String wide = " --set encoder.widths=[8192,8192] --set train.optimizer.algorithm=sgd";

    assertThat(Refusal.ofTrain(6, folder.resolve("runs"), memory + wide))
        .contains("training needs about", "cpu has 900 MB", "of gradients and moments")
        .containsPattern("train.batch-size to \\d+ or less|Not even a batch of one sample");
    Refusal.assertNothingStarted(folder.resolve("runs"));
  }

  @Test
  void a_memory_that_is_no_size_is_told_with_what_is_allowed() {
    assertThat(Refusal.ofTrain(2, folder.resolve("runs"), "--set engine.memory=plenty"))
        .contains("auto, unlimited or a size such as 6G");
  }

  /** Before JUnit does, which warns of each link. */
  @AfterEach
  void remove_links() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  private Path homeWithoutNatives() throws IOException {
    Path whole = Launcher.ofTheBuild().home();
    Path home = folder.resolve("home");
    Files.createDirectories(home.resolve("bin"));
    Files.copy(
        whole.resolve("bin/dyad"), home.resolve("bin/dyad"), StandardCopyOption.COPY_ATTRIBUTES);
    link(whole.resolve("lib"), Files.createDirectory(home.resolve("lib")));
    link(whole.resolve("plugins"), Files.createDirectory(home.resolve("plugins")));
    return home;
  }

  private static void link(Path from, Path to) throws IOException {
    try (Stream<Path> jars = Files.list(from)) {
      for (Path jar : jars.filter(path -> !path.toString().contains("pytorch-native")).toList()) {
        Files.createSymbolicLink(to.resolve(jar.getFileName()), jar);
      }
    }
  }
}
