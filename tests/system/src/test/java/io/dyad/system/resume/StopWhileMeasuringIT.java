package io.dyad.system.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.Progress;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.session.Measurements;
import io.dyad.runtime.session.Narrator;
import io.dyad.runtime.session.Session;
import io.dyad.runtime.session.TrainingRun;
import io.dyad.runtime.session.TrainingSession;
import io.dyad.runtime.training.StopRequest;
import io.dyad.runtime.training.StoppedException;
import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import io.dyad.system.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is asked to stop before its first step, or after its last. */
class StopWhileMeasuringIT {
  private static final List<String> SETTINGS =
      List.of("train.epochs=2", "evaluate.evaluators.knn.k=5");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"measuring the raw input", "measuring the trained network"})
  void a_run_stopped_in_an_evaluation_goes_on_as_if_never_stopped(String moment)
      throws IOException {
    Path whole =
        FinishedRun.of(
                folder.resolve("whole"),
                Trial.QUEUE.file().toString(),
                "--set",
                SETTINGS.get(0),
                "--set",
                SETTINGS.get(1))
            .folder();
    Path stopped = stoppedWhile(moment);
    assertThat(stopped.resolve("summary.json")).doesNotExist();

    Command command = Command.run("train", "--json", "--resume", stopped.toString());

    assertThat(command.exitCode()).as(command.errors()).isZero();
    RunComparison.assertSame(stopped, whole);
  }

  @Test
  void what_a_procedure_asks_to_measure_is_measured_to_its_end() {
    try (Session session = open()) {
      session.get(StopRequest.class).make();
      Measurements measurements = session.get(Measurements.class);
      assertThat(measurements.network("knn")).isNotEmpty();
      assertThatThrownBy(measurements::network).isInstanceOf(StoppedException.class);
      assertThatThrownBy(measurements::input).isInstanceOf(StoppedException.class);
    }
  }

  private Path stoppedWhile(String moment) {
    try (Session session = open()) {
      StopRequest stop = session.get(StopRequest.class);
      TrainingSession training = session.get(TrainingSession.class);
      try (TrainingRun run = training.prepare(folder.resolve("stopped"), Clock.systemUTC())) {
        Narrator stops = new StopsAt(moment, stop);
        assertThatThrownBy(() -> training.run(run, Clock.systemUTC(), stops))
            .isInstanceOf(StoppedException.class);
        return run.folder().path();
      }
    }
  }

  private static Session open() {
    Plugins plugins = Plugins.load(StopWhileMeasuringIT.class.getClassLoader());
    return Session.open(
        plugins, ExperimentFile.load(Trial.QUEUE.file().toString(), SETTINGS, plugins));
  }

  private record StopsAt(String moment, StopRequest stop) implements Narrator {
    @Override
    public void say(String line) {
      if (line.startsWith(moment)) {
        stop.make();
      }
    }

    @Override
    public void trainingStarts(Progress progress) {}

    @Override
    public void stepped(Progress progress, double loss) {}

    @Override
    public void trainingEnds() {}
  }
}
