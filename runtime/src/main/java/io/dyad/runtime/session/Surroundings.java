package io.dyad.runtime.session;

import ai.djl.engine.Engine;
import io.dyad.runtime.discovery.FoundProvider;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.engine.RunningEngine;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.run.JarChecksums;
import io.dyad.runtime.run.RunEnvironment;
import io.dyad.runtime.run.RunFolder;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a run's numbers depend on beside its configuration, as this process has it. */
public final class Surroundings {
  private final Experiment experiment;
  private final RunningEngine engine;
  private final Plugins plugins;

  /** Creates the surroundings of a wired experiment. */
  @Inject
  public Surroundings(Experiment experiment, RunningEngine engine, Plugins plugins) {
    this.experiment = experiment;
    this.engine = engine;
    this.plugins = plugins;
  }

  /** Writes them into the folder of a run that begins. */
  void write(RunFolder folder) {
    folder.writeEnvironment(here());
  }

  /** Says what is another here than where a run began, so that its numbers may be, too. */
  void compare(RunFolder folder, Narrator narrator) {
    if (!Files.exists(folder.environment())) {
      write(folder);
    }
    List<String> differences = here().differences(folder.readEnvironment());
    if (!differences.isEmpty()) {
      narrator.say(
          "warning: it is not promised that the run goes on bit for bit: "
              + String.join("; ", differences));
    }
  }

  /** Describes this process and its engine. */
  public RunEnvironment here() {
    return RunEnvironment.of(
        Engine.getInstance(),
        engine.deviceName(),
        engine.threads(),
        experiment.seed(),
        JarChecksums.of(plugins.all().stream().map(FoundProvider::jar).toList()),
        Path.of("").toAbsolutePath());
  }
}
