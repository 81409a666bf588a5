package io.dyad.runtime.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import io.dyad.api.EncoderProvider;
import io.dyad.api.KernelException;
import io.dyad.api.Kernels;
import io.dyad.api.LossProvider;
import io.dyad.api.PluginException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.engine.RunningEngine;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.TrainOptions;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WiringTest {
  private static final Plugins PLUGINS = Plugins.load(WiringTest.class.getClassLoader());

  private static final Kernels NO_KERNELS =
      (name, source) -> {
        throw new KernelException("none here");
      };

  record Wired(
      Device device,
      Kernels kernels,
      @Named(EngineModule.SEED) long seed,
      @Named(EngineModule.THREADS) int threads,
      TrainOptions train,
      Map<String, LossProvider<?>> losses,
      Map<String, EncoderProvider<?>> encoders) {
    @Inject
    Wired {}
  }

  @Test
  void engine_plugins_and_experiment_can_be_injected() {
    RunningEngine engine = new RunningEngine(Device.cpu(), 3, "PyTorch", "2.7.1");
    Injector injector =
        Wiring.injector(
            new EngineModule(engine, 7, NO_KERNELS),
            new PluginModule(PLUGINS),
            new ExperimentModule(
                ExperimentFile.load("simple", List.of("train.epochs=2"), PLUGINS)));
    Wired wired = injector.getInstance(Wired.class);
    assertThat(wired.device()).isEqualTo(Device.cpu());
    assertThat(wired.kernels()).isSameAs(NO_KERNELS);
    assertThat(wired.seed()).isEqualTo(7);
    assertThat(wired.threads()).isEqualTo(3);
    assertThat(wired.train().epochs()).isEqualTo(2);
    assertThat(wired.losses()).containsOnlyKeys("soft", "wrap");
    assertThat(wired.encoders()).containsOnlyKeys("mlp");
  }

  @Test
  void all_that_cannot_be_bound_is_said_at_once() {
    AbstractModule broken =
        new AbstractModule() {
          @Override
          protected void configure() {
            requireBinding(Kernels.class);
            requireBinding(RunningEngine.class);
          }
        };
    assertThatThrownBy(() -> Wiring.injector(broken))
        .isInstanceOf(PluginException.class)
        .hasMessageContainingAll("2 binding errors", "Kernels", "RunningEngine");
  }
}
