package io.dyad.runtime.session;

import io.dyad.runtime.engine.RunningEngine;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.memory.Bytes;
import io.dyad.runtime.memory.DeviceMemory;
import io.dyad.runtime.memory.MemoryEstimate;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.StepProbe;
import jakarta.inject.Inject;
import java.util.Optional;

/** Refuses a run that cannot fit into memory, before it starts. */
public final class MemoryCheck {
  private final Experiment experiment;
  private final Assembly assembly;
  private final RunningEngine engine;

  /** Creates the check of a wired experiment. */
  @Inject
  public MemoryCheck(Experiment experiment, Assembly assembly, RunningEngine engine) {
    this.experiment = experiment;
    this.assembly = assembly;
    this.engine = engine;
  }

  /**
   * Says what the run will need, and requires that there is as much.
   *
   * @throws io.dyad.api.DeviceException with the parts of the estimate if there is not
   */
  public void require(Narrator narrator) {
    Optional<MemoryEstimate> estimate = StepProbe.estimate(assembly, moments());
    if (estimate.isEmpty()) {
      narrator.say("memory: not estimated on this system");
      return;
    }
    narrator.say(
        "memory: training takes about %s of %s"
            .formatted(
                Bytes.text(estimate.get().total()), available().map(Bytes::text).orElse("any")));
    available().ifPresent(bytes -> estimate.get().require(bytes, engine.deviceName()));
  }

  private int moments() {
    return switch (experiment.train().optimizer().algorithm()) {
      case ADAM, ADAMW -> 2;
      case SGD, LARS, LARC -> 1;
    };
  }

  private Optional<Long> available() {
    return switch (experiment.engine().memory()) {
      case "unlimited" -> Optional.empty();
      case "auto" -> Optional.of(DeviceMemory.total(engine.device()));
      default -> Bytes.parse(experiment.engine().memory()).stream().boxed().findFirst();
    };
  }
}
