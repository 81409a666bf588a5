package io.dyad.runtime.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dyad.api.ConfigurationException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.options.ResolvedSpec;
import io.dyad.runtime.sample.SampleProviders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepFileTest {
  private static final Plugins PLUGINS = Plugins.load(SweepFileTest.class.getClassLoader());

  @TempDir Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("sweep.conf"), text).toString();
  }

  private LoadedSweep load(String text, String... settings) throws IOException {
    return SweepFile.load(file(text), List.of(settings), PLUGINS);
  }

  private String failure(String text, String... settings) throws IOException {
    return String.valueOf(catchThrowable(() -> load(text, settings)).getMessage())
        .replace(folder + File.separator, "")
        .replaceAll(" +", " ");
  }

  private static double temperature(LoadedSweep.Run run) {
    return run.experiment().experiment().objective().values().stream()
        .map(term -> ResolvedSpec.of(term.loss()).options())
        .map(options -> ((SampleProviders.SoftOptions) options).temperature())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_combination_is_run_seeds_fastest() throws IOException {
    LoadedSweep sweep =
        load(
            """
            sweep {
              runs { wide { include "presets/simple-wide" }
                     narrow { include "presets/simple" } }
              vary { seed = [1, 2], loss.temperature = [0.5, 0.1] }
            }
            """);
    assertThat(sweep.plan().trials())
        .extracting(Trial::id)
        .containsExactly(
            "wide-temperature-0.5-seed-1",
            "wide-temperature-0.5-seed-2",
            "wide-temperature-0.1-seed-1",
            "wide-temperature-0.1-seed-2",
            "narrow-temperature-0.5-seed-1",
            "narrow-temperature-0.5-seed-2",
            "narrow-temperature-0.1-seed-1",
            "narrow-temperature-0.1-seed-2");
    assertThat(sweep.plan().trials().get(3).varied()).hasToString("{loss.temperature=0.1}");
    assertThat(sweep.plan().trials().get(3).seed()).isEqualTo(2);
    assertThat(sweep.runs()).extracting(SweepFileTest::temperature).contains(0.5, 0.1);
    assertThat(sweep.runs().get(3).experiment().experiment().seed()).isEqualTo(2);
  }

  @Test
  void a_file_without_runs_varies_itself() throws IOException {
    LoadedSweep sweep =
        load("include \"presets/simple\"\nsweep { vary { loss.temperature = [0.1, 0.2] } }");
    assertThat(sweep.runs()).extracting(SweepFileTest::temperature).containsExactly(0.1, 0.2);
    assertThat(sweep.plan().trials()).extracting(Trial::run).containsOnly("simple");
  }

  @Test
  void substitutions_in_a_file_without_runs_see_the_varied_value() throws IOException {
    LoadedSweep sweep =
        load(
            """
            include "presets/simple"
            loss.temperature = ${train.clip-norm}
            train.clip-norm = 1
            sweep.vary.train.clip-norm = [0.1, 0.2]
            """);
    assertThat(sweep.runs()).extracting(SweepFileTest::temperature).containsExactly(0.1, 0.2);
  }

  @Test
  void substitutions_of_a_run_see_what_lies_over_it() throws IOException {
    LoadedSweep sweep =
        load(
            """
            sweep {
              common.train.clip-norm = 0.3
              runs {
                low { include "presets/simple", train.clip-norm = 1, loss.temperature = ${sweep.runs.low.train.clip-norm} }
                high { include "presets/simple", train.clip-norm = 1, loss.temperature = ${sweep.runs.high.train.clip-norm} }
              }
            }
            """);
    assertThat(sweep.runs()).extracting(SweepFileTest::temperature).containsExactly(0.3, 0.3);
  }

  @Test
  void what_a_run_lacks_is_reported_where_the_run_is() throws IOException {
    assertThat(
            failure(
                """
                sweep {
                  common.train.epochs = 1
                  runs {
                    bare { encoder = mlp }
                  }
                  vary { seed = [1] }
                }
                """))
        .contains("sweep.conf:4 data is missing");
  }

  @Test
  void common_lies_over_the_runs_settings_over_both_and_varied_values_over_all()
      throws IOException {
    LoadedSweep sweep =
        load(
            """
            sweep {
              common { train.epochs = 3, train.batch-size = 8, device = cpu }
              runs { one { include "presets/simple", train.epochs = 9 } }
              vary { seed = [5] }
            }
            """,
            "train.batch-size=16",
            "sweep.vary.seed=[7]");
    var experiment = sweep.runs().get(0).experiment().experiment();
    assertThat(experiment.train().epochs()).isEqualTo(3);
    assertThat(experiment.train().batchSize()).isEqualTo(16);
    assertThat(experiment.seed()).isEqualTo(7);
  }

  @Test
  void another_part_leaves_the_options_of_the_old_one_behind() throws IOException {
    LoadedSweep sweep =
        load("include \"presets/simple\"\nsweep { vary { loss.use = [soft, wrap] } }");
    assertThat(sweep.runs())
        .extracting(
            run -> run.experiment().experiment().objective().values().iterator().next().loss())
        .extracting(loss -> loss.provider())
        .containsExactly("soft", "wrap");
  }

  @Test
  void a_run_has_one_thread_unless_it_says_otherwise() throws IOException {
    String runs = "sweep.runs { a { include \"presets/simple\" } }";
    assertThat(load(runs).runs().get(0).experiment().experiment().engine().threads())
        .isEqualTo("1");
    assertThat(
            load(runs, "engine.threads=2")
                .runs()
                .get(0)
                .experiment()
                .experiment()
                .engine()
                .threads())
        .isEqualTo("2");
  }

  @Test
  void all_mistakes_of_all_runs_are_reported_once_each() throws IOException {
    assertThat(
            failure(
                """
                sweep {
                  jobz = 2
                  common { train.epochs = -1 }
                  runs {
                    one { include "presets/simple", loss.temprature = 1 }
                    two { include "presets/simple", sead = 1 }
                    all { include "presets/simple" }
                  }
                  vary { seed = 3, loss.temperature = [1, 0] }
                  expect {
                    ones { knn.top1 = "[0, 1]" }
                    two { knn.top1 = ["more", "> thre"] }
                  }
                }
                """))
        .contains(
            "sweep.conf:2 sweep.jobz is not an option of sweep; did you mean \"jobs\"?",
            "sweep.conf:3 train.epochs must be in [0, inf), got -1",
            "sweep.conf:5 loss.temprature is not an option of loss \"soft\"",
            "sweep.conf:6 sead is not an option",
            "sweep.conf:7 sweep.runs.\"all\": a run is called by",
            "sweep.conf:9 sweep.vary.seed must be a list",
            "sweep.conf:9 loss.temperature must be in (0, inf), got 0",
            "sweep.conf:11 sweep.expect.ones names no run of the sweep; did you mean \"one\"?",
            "sweep.conf:12 sweep.expect.two.knn.top1: \"more\" is no rule",
            "sweep.conf:12 sweep.expect.two.knn.top1: \"thre\" is no run",
            "10 problems; nothing was started.");
  }

  @Test
  void figures_of_evaluators_that_a_sweep_does_not_have_are_refused() throws IOException {
    assertThat(
            failure(
                """
                include "presets/simple"
                sweep {
                  columns = [knn.top1, probe.top1]
                  expect.simple { probe.top1 = "[0, 1]" }
                }
                """))
        .contains(
            "sweep.conf:3 sweep.columns: \"probe.top1\" is no figure EVALUATOR.METRIC of the evaluators knn",
            "sweep.conf:4 sweep.expect.simple: \"probe.top1\" is no figure");
  }

  @Test
  void options_beside_runs_are_refused() throws IOException {
    assertThat(failure("seed = 3\nsweep.runs { a { include \"presets/simple\" } }"))
        .contains("sweep.conf:1 seed stands beside sweep.runs");
  }

  @Test
  void a_setting_of_what_varies_is_refused() throws IOException {
    assertThat(failure("include \"presets/simple\"\nsweep { vary { seed = [1] } }", "seed=2"))
        .contains("--set seed varies here; set sweep.vary.seed instead");
  }

  @Test
  void a_file_without_the_block_is_no_sweep_and_one_with_it_no_run() throws IOException {
    assertThat(failure("include \"presets/simple\"")).contains("has no block sweep");
    String sweep = file("include \"presets/simple\"\nsweep { vary { seed = [1] } }");
    assertThatThrownBy(() -> ExperimentFile.load(sweep, List.of(), PLUGINS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("sweep.conf:2  sweep is many runs; start them with: dyad sweep ");
  }

  @Test
  void values_that_do_not_fit_a_folder_are_spelt_otherwise_and_long_names_cut() throws IOException {
    LoadedSweep sweep =
        load(
            """
            include "presets/simple"
            sweep { vary { encoder.widths = [[16, 8], [%s]] } }
            """
                .formatted("128, ".repeat(40) + "8"));
    assertThat(sweep.plan().trials().get(0).id()).isEqualTo("simple-widths-_16_8");
    assertThat(sweep.plan().trials().get(1).id()).hasSizeLessThan(90).endsWith("-2");
  }
}
