package io.dyad.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import io.dyad.api.DeviceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnginesTest {
  private static final String PROPERTY = "ai.djl.pytorch.num_threads";

  private String before = "";

  @BeforeAll
  static void load_the_natives_that_each_test_is_put_back_with() {
    Engines.start("cpu", "auto");
  }

  @BeforeEach
  void remember() {
    before = System.getProperty(PROPERTY, "1");
  }

  @AfterEach
  void restore() {
    System.setProperty(PROPERTY, before);
    JniUtils.setNumThreads(Integer.parseInt(before));
  }

  @Test
  void the_engine_starts_with_as_many_threads_as_asked_for() {
    RunningEngine engine = Engines.start("cpu", "2");
    assertThat(engine.threads()).isEqualTo(2);
    assertThat(JniUtils.getNumThreads()).isEqualTo(2);
    assertThat(engine.deviceName()).isEqualTo("cpu");
    assertThat(engine.name()).isEqualTo("PyTorch");
    assertThat(engine.version()).isEqualTo("2.7.1");
  }

  @Test
  void auto_leaves_a_core_to_each_loader_and_at_least_one_to_others() {
    System.clearProperty(PROPERTY);
    assertThat(Engines.threads("auto", 8, 0)).isEqualTo(7);
    assertThat(Engines.threads("auto", 8, 1)).isEqualTo(7);
    assertThat(Engines.threads("auto", 8, 3)).isEqualTo(5);
    assertThat(Engines.threads("auto", 2, 2)).isEqualTo(1);
    assertThat(Engines.threads("auto", 1, 0)).isEqualTo(1);
  }

  @Test
  void what_the_property_or_the_configuration_says_stands() {
    System.setProperty(PROPERTY, "3");
    assertThat(Engines.threads("auto", 8, 7)).isEqualTo(3);
    assertThat(Engines.threads("2", 8, 7)).isEqualTo(2);
  }

  @Test
  void sharing_changes_the_threads_of_the_engine_that_runs() {
    System.clearProperty(PROPERTY);
    RunningEngine started = Engines.start("cpu", "auto");
    RunningEngine shared = Engines.share(started, "auto", 1000);
    assertThat(shared.threads()).isEqualTo(1);
    assertThat(JniUtils.getNumThreads()).isEqualTo(1);
    assertThat(Engines.share(shared, "auto", 0)).isEqualTo(started);
    assertThat(JniUtils.getNumThreads()).isEqualTo(started.threads());
  }

  @Test
  void more_threads_than_cores_are_told_with_the_number_that_fits() {
    assertThat(Engines.crowded(4, 4, 1))
        .hasValueSatisfying(
            told ->
                assertThat(told)
                    .contains(
                        "4 threads of the engine",
                        "1 that read data",
                        "4 cores",
                        "engine.threads = 3"));
    assertThat(Engines.crowded(4, 4, 0)).isEmpty();
    assertThat(Engines.crowded(3, 4, 1)).isEmpty();
    assertThat(Engines.crowded(1, 1, 1)).as("nobody spins").isEmpty();
  }

  @Test
  void telemetry_is_off_after_the_start() {
    Engines.start("cpu", "auto");
    assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
  }

  @Test
  void missing_natives_are_reported_with_platform_and_remedy() {
    EngineException failure =
        new EngineException("Failed", new UnsatisfiedLinkError("no djl_torch in path"));
    assertThatThrownBy(
            () ->
                Engines.load(
                    () -> {
                      throw failure;
                    }))
        .isInstanceOf(DeviceException.class)
        .hasMessageContainingAll(
            System.getProperty("os.arch"),
            "no djl_torch in path",
            "pytorch-native-cpu",
            "PYTORCH_LIBRARY_PATH")
        .hasCause(failure);
  }

  @Test
  void natives_are_missed_before_anything_looks_for_them_on_the_network() {
    ClassLoader empty = ClassLoader.getPlatformClassLoader();
    assertThatThrownBy(() -> Engines.requireNatives(empty, null))
        .isInstanceOf(DeviceException.class)
        .hasMessageContainingAll("no jar holds them", "pytorch-native-cpu", "docs/install.md");
    assertThatCode(() -> Engines.requireNatives(empty, "libtorch")).doesNotThrowAnyException();
  }

  @Test
  void the_training_step_of_the_self_test_gives_the_closed_form() {
    RunningEngine engine = Engines.start("cpu", "auto");
    assertThat(SelfTest.run(engine.device()))
        .matches("ok, [0-9.]+ ms; [0-9.]+ ms for 256 x 512 x 512, median of 21");
  }
}
