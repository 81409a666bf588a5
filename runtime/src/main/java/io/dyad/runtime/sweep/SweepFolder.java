package io.dyad.runtime.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dyad.api.ConfigurationException;
import io.dyad.runtime.run.Json;
import io.dyad.runtime.run.RunFolder;
import io.dyad.toolkit.file.AtomicFile;
import io.dyad.toolkit.file.WriteFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a sweep.
 *
 * @param path of the folder
 */
public record SweepFolder(Path path) {
  /** Creates {@code DIRECTORY/NAME-YYYYMMDD-HHMMSS} with everything that is needed to go on. */
  public static SweepFolder create(Path directory, LoadedSweep sweep, Clock clock) {
    SweepFolder folder =
        new SweepFolder(RunFolder.create(directory, sweep.plan().name(), clock).path());
    try {
      Files.createDirectory(folder.runs());
      Files.createDirectory(folder.path.resolve("configs"));
      Files.createDirectory(folder.path.resolve("logs"));
    } catch (IOException cause) {
      throw WriteFailure.of(folder.path, cause);
    }
    sweep.runs().forEach(run -> write(folder.config(run.trial()), run.experiment().text()));
    Json.write(folder.plan(), sweep.plan());
    return folder;
  }

  /**
   * Opens the folder of an earlier sweep.
   *
   * @throws ConfigurationException if it is none
   */
  public static SweepFolder open(Path path) {
    SweepFolder folder = new SweepFolder(path);
    if (!Files.isRegularFile(folder.plan())) {
      throw new ConfigurationException(
          "%s is no folder of a sweep: there is no %s".formatted(path, folder.plan()));
    }
    return folder;
  }

  /** Returns what is to be done. */
  public SweepPlan readPlan() {
    return Json.read(plan(), SweepPlan.class);
  }

  /** Returns where run folders are. */
  public Path runs() {
    return path.resolve("runs");
  }

  /** Returns where the table is, for people. */
  public Path table() {
    return path.resolve("table.md");
  }

  /** Writes the table, for people and for scripts. */
  public void write(SweepTable table) {
    write(table(), MarkdownTable.of(table));
    Json.write(path.resolve("table.json"), table);
  }

  /** Returns where the configuration of a run is. */
  Path config(Trial trial) {
    return path.resolve("configs").resolve(trial.id() + ".conf");
  }

  /** Returns where the process of a run says what it does. */
  Path log(Trial trial) {
    return path.resolve("logs").resolve(trial.id() + ".log");
  }

  /** Returns the newest folder of a run, one with an outcome first. */
  Optional<RunFolder> newest(Trial trial) {
    Pattern name = Pattern.compile(Pattern.quote(trial.id()) + "-\\d{8}-\\d{6}(-\\d+)?");
    try (Stream<Path> folders = Files.list(runs())) {
      return folders
          .filter(folder -> name.matcher(folder.getFileName().toString()).matches())
          .map(RunFolder::new)
          .max(
              Comparator.comparing((RunFolder run) -> Files.exists(run.summary()))
                  .thenComparing(run -> run.path().getFileName().toString()));
    } catch (IOException cause) {
      throw WriteFailure.of(runs(), cause);
    }
  }

  private Path plan() {
    return path.resolve("plan.json");
  }

  private static void write(Path file, String text) {
    AtomicFile.write(file, stream -> stream.write(text.getBytes(UTF_8)));
  }
}
