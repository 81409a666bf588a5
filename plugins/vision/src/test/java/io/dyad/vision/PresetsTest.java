package io.dyad.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.ConfigurationException;
import io.dyad.api.DataSource;
import io.dyad.api.Encoder;
import io.dyad.api.ViewGenerator;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.LoadedExperiment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {
  private static final Plugins PLUGINS = Plugins.load(PresetsTest.class.getClassLoader());

  @Test
  void every_part_is_found_by_its_name() {
    assertThat(PLUGINS.broken()).isEmpty();
    assertThat(PLUGINS.find(ViewGenerator.class, "image-augment")).isNotNull();
    for (String name : List.of("mlp", "conv4", "resnet")) {
      assertThat(PLUGINS.find(Encoder.class, name).name()).isEqualTo(name);
    }
    for (String name : List.of("scattered-digits", "fashion-mnist", "image-folder", "idx", "npz")) {
      assertThat(PLUGINS.find(DataSource.class, name).summary()).isNotEmpty();
    }
  }

  @Test
  void the_index_lists_every_preset() {
    assertThat(PLUGINS.presets()).containsKeys("quick-start", "simclr", "fashion", "cifar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"quick-start", "fashion", "simclr"})
  void presets_with_data_of_their_own_need_nothing_else(String name) {
    assertThat(load(name).experiment().name()).isEqualTo(name);
  }

  @Test
  void the_others_say_what_is_missing() {
    assertThatThrownBy(() -> load("cifar"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("data.path");
    assertThat(load("cifar", "data.path=x.npz").experiment().name()).isEqualTo("cifar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Grey before jitter is not offered; the parts of pipelines A to F of the reference
        // methods.
        "jitter { probability = 1, hue = 0.4 }",
        "crop.area = [0.2, 1], blur {}",
        "crop.area = [0.08, 1], jitter { brightness = 0.8, contrast = 0.8, saturation = 0.8, hue = 0.2 }, blur {}",
        "per-view { view-1 { blur.probability = 1 }, view-2 { blur.probability = 0.1, solarize {} } }",
        "crop { area = [0.14, 1], side = 24 }, local { count = 6, steps { crop { area = [0.05, 0.14], side = 12 } } }",
        "crop.area = [0.2, 1], grayscale.probability = 0.1"
      })
  void the_view_pipelines_of_published_methods_can_be_written(String steps) {
    String config = "views={use=image-augment, flip {}, grayscale {}, " + steps + "}";
    assertThat(load("quick-start", "views=null", config).experiment().views().provider())
        .isEqualTo("image-augment");
  }

  @Test
  void a_mistake_in_a_step_is_reported_with_its_place() {
    assertThatThrownBy(() -> load("quick-start", "views.noise.sdt=1", "views.gain.range=[-1, 2]"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("views.noise.sdt", "std", "views.gain.range");
  }

  private static LoadedExperiment load(String name, String... settings) {
    return ExperimentFile.load(name, List.of(settings), PLUGINS);
  }
}
