package io.dyad.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DyadTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Dyad.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void plugins_list_shows_kind_name_jar_and_summary() {
    assertThat(run("plugins", "list")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .containsPattern("loss +soft +runtime folder +class path +a sample called soft")
        .containsPattern("preset +simple +runtime folder +class path +soft contrast of digits");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void plugins_list_is_available_as_json() throws IOException {
    assertThat(run("plugins", "list", "--json")).isEqualTo(ExitCode.DONE);
    JsonNode list = new ObjectMapper().readTree(out.toString());
    assertThat(list.findValuesAsText("name")).contains("soft", "simple");
  }

  @Test
  void plugins_show_describes_every_option() {
    assertThat(run("plugins", "show", "soft")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            loss soft: a sample called soft (runtime folder, stable)
              after Nobody 2020
              temperature  number in (0, inf)  = 0.2   softness of the contrast
              symmetric    true | false        = true  whether both ways count
            """);
  }

  @Test
  void plugins_show_prints_the_text_of_a_preset() {
    assertThat(run("plugins", "show", "simple")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains(
            "preset simple: soft contrast of digits", "loss { use = soft, temperature = 0.5 }");
  }

  @Test
  void plugins_show_of_an_unknown_name_is_a_plugin_failure() {
    assertThat(run("plugins", "show", "sofd")).isEqualTo(ExitCode.PLUGIN);
    assertThat(err.toString()).startsWith("nothing is named \"sofd\"; did you mean \"soft\"?");
  }

  @Test
  void config_prints_every_value_with_its_origin() {
    assertThat(run("config", "simple", "--set", "seed=4")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).containsPattern("seed = 4 +# --set");
  }

  @Test
  void config_is_available_as_json() throws IOException {
    assertThat(run("config", "simple", "--json")).isEqualTo(ExitCode.DONE);
    JsonNode config = new ObjectMapper().readTree(out.toString());
    assertThat(config.at("/objective/main/loss/temperature").asDouble()).isEqualTo(0.5);
  }

  @Test
  void a_mistake_in_a_configuration_is_shown_without_a_stack_trace(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("run.conf"), "include \"presets/simple\"\nx = 1");
    assertThat(run("config", file.toString())).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString())
        .contains("run.conf:2  x is not an option of an experiment")
        .doesNotContain("\tat ");
  }

  @Test
  void debug_shows_the_stack_trace_of_a_mistake() {
    assertThat(run("--debug", "config", "nowhere.conf")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString()).contains("there is no file \"nowhere.conf\"", "\tat ");
    assertThat(run("config", "nowhere.conf", "--debug")).isEqualTo(ExitCode.CONFIGURATION);
  }

  @Test
  void a_bad_command_line_is_a_mistake_of_configuration() {
    assertThat(run("plugin")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString()).contains("plugins");
    assertThat(run()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run("plugins")).isEqualTo(ExitCode.CONFIGURATION);
  }

  @Test
  void help_and_version_are_no_failures() {
    assertThat(run("--help")).isEqualTo(ExitCode.DONE);
    assertThat(run("--version")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Usage: dyad", "dyad folder");
  }

  @Test
  void a_part_that_does_not_link_is_a_plugin_failure_with_a_table_of_jars() {
    assertThat(run("config", "simple", "--set", "evaluate.evaluators.unlinked={}"))
        .isEqualTo(ExitCode.PLUGIN);
    assertThat(err.toString())
        .startsWith("java.lang.NoClassDefFoundError: com/acme/Gone")
        .contains("Dyad and DJL come from:");
  }

  @Test
  void doctor_takes_a_training_step_and_lists_the_jars() {
    assertThat(run("doctor", "--device", "cpu")).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .containsPattern("engine +PyTorch 2.7.1")
        .containsPattern("device +cpu")
        .containsPattern("training-step +ok")
        .containsPattern("pytorch-engine +0.35.1 +\\S+jar");
  }

  @Test
  void a_part_is_shown_as_json_with_its_options() throws IOException {
    assertThat(run("plugins", "show", "knn", "--json")).isEqualTo(ExitCode.DONE);
    JsonNode part = new ObjectMapper().readTree(out.toString()).get(0);
    assertThat(part.at("/kind").asText()).isEqualTo("evaluator");
    assertThat(part.at("/options").findValuesAsText("name")).contains("k", "temperature");
  }

  @Test
  void doctor_is_available_as_json() throws IOException {
    assertThat(run("doctor", "--device", "cpu", "--json")).isEqualTo(ExitCode.DONE);
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.at("/findings/device").asText()).isEqualTo("cpu");
    assertThat(report.at("/jars").findValuesAsText("name")).contains("pytorch-engine");
  }

  @Test
  void doctor_for_a_device_that_is_not_there_is_a_device_failure() {
    assertThat(run("doctor", "--device", "gpu:99")).isEqualTo(ExitCode.DEVICE);
    assertThat(err.toString()).startsWith("there is no device gpu:99").doesNotContain("\tat ");
  }
}
