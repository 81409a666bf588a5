package io.dyad.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.ConfigurationException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.options.ResolvedSpec;
import io.dyad.runtime.sample.SampleProviders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentFileTest {
  private static final Plugins PLUGINS = Plugins.load(ExperimentFileTest.class.getClassLoader());

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.writeString(path, text);
    return path.toString();
  }

  private static Experiment load(String file, String... settings) {
    return ExperimentFile.load(file, List.of(settings), PLUGINS).experiment();
  }

  /** The message as a user in that folder would see it: without its path, aligned without it. */
  private String failure(String file, String... settings) {
    try {
      load(file, settings);
      return "nothing";
    } catch (ConfigurationException e) {
      String prefix = folder + File.separator;
      return String.valueOf(e.getMessage())
          .replace(prefix, "")
          .replace(" ".repeat(prefix.length()), "");
    }
  }

  @Test
  void a_preset_is_loaded_by_its_name_and_filled_with_defaults() {
    Experiment experiment = load("simple");
    assertThat(experiment.name()).isEqualTo("simple");
    assertThat(experiment.seed()).isEqualTo(1);
    assertThat(experiment.device()).isEqualTo("auto");
    assertThat(experiment.engine()).isEqualTo(new EngineOptions("auto", "auto"));
    assertThat(experiment.data().provider()).isEqualTo("digits");
    assertThat(experiment.procedure().provider()).isEqualTo("pretrain");
    assertThat(experiment.phases()).containsOnlyKeys("main");
    assertThat(experiment.phases().get("main"))
        .isEqualTo(new PhaseOptions(List.of(), List.of("*"), Optional.empty()));
    assertThat(experiment.banks()).isEmpty();
    assertThat(experiment.evaluate().evaluators()).containsOnlyKeys("knn");
    assertThat(experiment.checkpoint()).isEqualTo(new CheckpointOptions(0, 0, 3, Optional.empty()));
    assertThat(experiment.monitors()).isEqualTo(new MonitorOptions(true, 10));
  }

  @Test
  void the_training_defaults_are_those_of_the_design() {
    TrainOptions train = load("simple").train();
    assertThat(train.epochs()).isEqualTo(40);
    assertThat(train.batchSize()).isEqualTo(128);
    assertThat(train.dropLast()).isTrue();
    assertThat(train.loaders()).isEqualTo(1);
    assertThat(train.prefetch()).isEqualTo(2);
    assertThat(train.clipNorm()).isZero();
    assertThat(train.optimizer())
        .isEqualTo(
            new OptimizerOptions(
                Algorithm.ADAMW,
                0.002,
                0,
                0,
                0.9,
                false,
                0.9,
                0.999,
                1e-8,
                0.001,
                false,
                false,
                Optional.empty()));
    assertThat(train.groups()).isEmpty();
    assertThat(train.schedule())
        .isEqualTo(new ScheduleOptions(Shape.COSINE, 0, 0, 0, List.of(), 0.1));
  }

  @Test
  void a_file_includes_a_preset_and_a_file_beside_it() throws IOException {
    file("data.conf", "seed = 5\ntrain.groups { \"main.projection.*\" { frozen = true } }");
    Experiment experiment =
        load(
            file(
                "run.conf",
                "include \"presets/simple-wide\"\ninclude \"data\"\nloss.temperature = 0.1"));
    assertThat(experiment.name()).isEqualTo("simple-wide");
    assertThat(experiment.seed()).isEqualTo(5);
    assertThat(experiment.train().groups()).containsOnlyKeys("main.projection.*");
    assertThat(experiment.objective().values())
        .extracting(term -> ResolvedSpec.of(term.loss()).options())
        .containsExactly(new SampleProviders.SoftOptions(0.1, true));
    assertThat(experiment.networks().values())
        .extracting(network -> ResolvedSpec.of(network.encoder()).options())
        .containsExactly(new SampleProviders.MlpOptions(List.of(32, 16)));
  }

  @Test
  void settings_win_over_the_file_and_later_ones_over_earlier_ones() {
    Experiment experiment =
        load("simple", "seed=2", "seed=3", "device=gpu:1", "networks.main.group=each");
    assertThat(experiment.seed()).isEqualTo(3);
    assertThat(experiment.device()).isEqualTo("gpu:1");
    assertThat(experiment.networks().values())
        .extracting(NetworkOptions::group)
        .containsExactly(Group.EACH);
  }

  @Test
  void a_setting_that_chooses_another_part_leaves_the_options_of_the_old_one_behind() {
    assertThat(load("simple", "loss.use=wrap").objective())
        .extractingByKey("main")
        .satisfies(term -> assertThat(term.loss().provider()).isEqualTo("wrap"));
    assertThat(load("simple", "loss.use=soft").objective())
        .extractingByKey("main")
        .satisfies(
            term ->
                assertThat(term.loss())
                    .hasToString(
                        "objective.main.loss = soft SoftOptions[temperature=0.5, symmetric=true]"));
  }

  @Test
  void mistakes_are_reported_together_with_file_and_line() throws IOException {
    String run =
        file(
            "run.conf",
            """
            include "presets/simple"
            loss.tempreture = 0.1
            train {
              optimizer { momentum = 1.2 }
              schedule { shape = cosin }
            }
            pairs = in-bacth
            """);
    assertThat(failure(run, "train.loaders=many"))
        .isEqualTo(
            """
            run.conf:2  loss.tempreture is not an option of loss "soft"; did you mean "temperature"?
            run.conf:4  train.optimizer.momentum must be in [0, 1), got 1.2
            run.conf:5  train.schedule.shape must be one of constant, cosine, step, got "cosin"; did you mean "cosine"?
            run.conf:7  pairs: no pair sampler named "in-bacth"; did you mean "in-batch" (runtime folder)?
                        available: in-batch   (details: dyad plugins list)
            --set       train.loaders must be an integer, got "many"
            5 problems; nothing was started. Options of "soft": temperature, symmetric""");
  }

  @Test
  void a_mistake_in_a_preset_is_blamed_on_the_preset() throws IOException {
    assertThat(failure(file("run.conf", "include \"presets/simple\"\nloss.use = wrap")))
        .startsWith("presets/simple.conf:5  loss.temperature is not an option of loss \"wrap\"\n");
  }

  @Test
  void an_unknown_option_of_the_experiment_is_compared_with_short_forms_too() throws IOException {
    assertThat(failure(file("run.conf", "include \"presets/simple\"\npair = in-batch")))
        .startsWith(
            "run.conf:2  pair is not an option of an experiment; did you mean \"pairs\"?\n1 problem");
  }

  @Test
  void threads_that_are_no_number_are_reported_at_their_line() throws IOException {
    assertThat(failure(file("run.conf", "include \"presets/simple\"\nengine.threads = all")))
        .startsWith(
            "run.conf:2  engine.threads must be auto or a number from 1 to 9999, got \"all\"");
  }

  @Test
  void what_is_missing_is_named_with_its_purpose_and_short_form() throws IOException {
    assertThat(failure(file("run.conf", "name = x, data = digits, views = noise, loss = soft")))
        .isEqualTo(
            """
            run.conf:1  networks is missing: the networks by name; main is evaluated and exported; short form: encoder
            run.conf:1  pairs is missing: which rows it compares
            2 problems; nothing was started.""");
  }

  @Test
  void a_syntax_error_says_where() throws IOException {
    assertThat(failure(file("run.conf", "seed = 1\ndata = {"))).startsWith("run.conf:2  ");
  }

  @Test
  void a_substitution_without_a_value_says_where() throws IOException {
    assertThat(failure(file("run.conf", "\nseed = ${nothing}")))
        .startsWith("run.conf:2  ")
        .contains("nothing");
  }

  @Test
  void a_setting_without_a_value_is_reported() {
    assertThat(failure("simple", "seed")).startsWith("--set  must be KEY=VALUE, got \"seed\"");
  }

  @Test
  void a_file_that_is_not_there_lists_the_presets_nearest_first() {
    assertThatThrownBy(() -> load("simpel.conf"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            there is no file "simpel.conf", and no preset of that name; did you mean "simple"?
            presets: simple, simple-wide   (details: dyad plugins list)""");
  }

  @Test
  void an_include_that_is_not_there_is_an_error() throws IOException {
    assertThat(failure(file("run.conf", "include \"presets/simpel\"")))
        .isEqualTo(
            """
            run.conf  include "presets/simpel": there is no such file beside it and no such preset; did you mean "presets/simple"?
                      available: presets/simple, presets/simple-wide
            1 problem; nothing was started.""");
  }

  @Test
  void the_effective_configuration_names_every_origin_and_loads_again() throws IOException {
    LoadedExperiment first = ExperimentFile.load("simple", List.of("seed=7"), PLUGINS);
    assertThat(first.text())
        .containsPattern("seed = 7 +# --set\n")
        .containsPattern("temperature = 0.5 +# presets/simple.conf:5\n")
        .containsPattern("batch-size = 128 +# default of train.batch-size\n");
    Experiment second = load(file("config.conf", first.text()));
    assertThat(second.toString()).isEqualTo(first.experiment().toString());
  }

  @Test
  void the_effective_configuration_is_available_as_json() {
    assertThat(ExperimentFile.load("simple", List.of(), PLUGINS).json())
        .contains("\"batch-size\" : 128");
  }
}
