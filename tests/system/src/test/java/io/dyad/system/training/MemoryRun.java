package io.dyad.system.training;

import io.dyad.api.Kernels;
import io.dyad.api.Progress;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.session.Measurements;
import io.dyad.runtime.session.Session;
import io.dyad.runtime.training.TrainingListener;
import io.dyad.runtime.training.TrainingLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trains the quick start, and writes down the process's resident memory after some steps. */
public final class MemoryRun implements TrainingListener {
  /** The kernel's word on this process. */
  static final Path STATUS = Path.of("/proc/self/status");

  private final Map<Long, Long> resident = new TreeMap<>();
  private final List<Long> steps;

  private MemoryRun(List<Long> steps) {
    this.steps = steps;
  }

  /** Takes the file to write, one line of step and kilobytes each, and the steps. */
  public static void main(String[] arguments) throws IOException {
    List<String> all = List.of(arguments);
    List<Long> steps = all.subList(1, all.size()).stream().map(Long::valueOf).toList();
    MemoryRun run = new MemoryRun(steps);
    Plugins plugins = Plugins.load(MemoryRun.class.getClassLoader());
    List<String> settings = List.of("train.epochs=500", "engine.threads=1", "device=cpu");
    try (Session session =
            Session.open(plugins, ExperimentFile.load("quick-start", settings, plugins));
        TrainingLoop loop =
            new TrainingLoop(
                session.assembly(),
                session.get(Kernels.class),
                session.get(Measurements.class)::network,
                run,
                () -> false)) {
      loop.run();
    }
    Files.write(
        Path.of(all.get(0)),
        run.resident.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }

  @Override
  public void onStep(Progress progress, int samples) {
    if (steps.contains(progress.step() + 1)) {
      resident.put(progress.step() + 1, kilobytes());
    }
  }

  private static long kilobytes() {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
