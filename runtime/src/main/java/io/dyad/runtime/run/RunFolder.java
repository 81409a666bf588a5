package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.djl.ndarray.NDArray;
import io.dyad.api.ConfigurationException;
import io.dyad.toolkit.file.AtomicFile;
import io.dyad.toolkit.file.WriteFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a run, and where things are in it.
 *
 * @param path of the folder
 */
public record RunFolder(Path path) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
  private static final Pattern LEFT_OVER = Pattern.compile("\\..*\\.tmp-[0-9a-f]{8}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /**
   * Creates {@code DIRECTORY/NAME-YYYYMMDD-HHMMSS}, or that with {@code -2}, {@code -3} ... if it
   * is taken, and the folders above it.
   *
   * @param clock gives time and zone
   * @throws ConfigurationException if the name does not fit a folder, or the place may not be
   *     written
   * @throws io.dyad.api.DataException if the disk is full
   */
  public static RunFolder create(Path directory, String name, Clock clock) {
    if (!NAME.matcher(name).matches()) {
      throw new ConfigurationException(
          "name = \"%s\" does not fit a folder; use up to 100 letters, digits, '.', '_' and '-'"
              .formatted(name));
    }
    String dated = name + "-" + TIME.format(clock.instant().atZone(clock.getZone()));
    for (int attempt = 1; ; attempt++) {
      Path path = directory.resolve(attempt == 1 ? dated : dated + "-" + attempt);
      try {
        Files.createDirectories(directory);
        return new RunFolder(Files.createDirectory(path));
      } catch (FileAlreadyExistsException taken) {
        if (!Files.isDirectory(directory)) {
          throw WriteFailure.of(path, taken);
        }
      } catch (IOException cause) {
        throw WriteFailure.of(path, cause);
      }
    }
  }

  /**
   * Opens the folder of an earlier run.
   *
   * @throws ConfigurationException if it is none
   */
  public static RunFolder open(Path path) {
    RunFolder folder = new RunFolder(path);
    if (!Files.isRegularFile(folder.config())) {
      throw new ConfigurationException(
          "%s is no run folder: there is no %s".formatted(path, folder.config()));
    }
    return folder;
  }

  /** Returns where the effective configuration is. */
  public Path config() {
    return path.resolve("config.conf");
  }

  /** Writes the effective configuration. */
  public void writeConfig(String hocon) {
    AtomicFile.write(config(), stream -> stream.write(hocon.getBytes(UTF_8)));
  }

  /** Returns where versions and device are. */
  public Path environment() {
    return path.resolve("environment.json");
  }

  /** Writes versions and device. */
  public void writeEnvironment(RunEnvironment environment) {
    Json.write(environment(), environment);
  }

  /** Reads versions and device. */
  public RunEnvironment readEnvironment() {
    return Json.read(environment(), RunEnvironment.class);
  }

  /** Returns where the metrics of training are, a line for each. */
  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  /** Returns where the outcome is. */
  public Path summary() {
    return path.resolve("summary.json");
  }

  /** Returns where the arrays are that parts published between epochs, by the end of training. */
  public Path published() {
    return path.resolve("published.npz");
  }

  /** Writes the arrays that parts published, which are among those of a run; not if none did. */
  public void writePublished(Map<String, NDArray> tensors) {
    PublishedArrays.write(published(), tensors);
  }

  /** Returns where the figures from before the first step are. */
  public Path baselines() {
    return path.resolve("baselines.json");
  }

  /** Returns where the time that training took is, a line for each checkpoint. */
  public Path times() {
    return path.resolve("times.jsonl");
  }

  /**
   * Keeps other processes from training in this folder until the lock is closed or this process
   * ends, and clears away what a killed one left half written.
   *
   * @throws ConfigurationException if another one is training in it
   */
  public WriterLock lock() {
    try {
      WriterLock lock = WriterLock.take(path);
      if (lock.isExclusive()) {
        clear();
      }
      return lock;
    } catch (IOException cause) {
      throw WriteFailure.of(path, cause);
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(RunFolder::isLeftOver).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isLeftOver(Path file) {
    return LEFT_OVER.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file);
  }

  /** Returns the checkpoints, of which the last {@code keep} stay, and the best by a metric. */
  public Checkpoints checkpoints(int keep, Optional<String> metric) {
    return new Checkpoints(path.resolve("checkpoints"), keep, metric);
  }
}
