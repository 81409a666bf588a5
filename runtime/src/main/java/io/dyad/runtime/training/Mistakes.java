package io.dyad.runtime.training;

import io.dyad.api.ConfigurationException;
import io.dyad.runtime.options.Origins;
import io.dyad.runtime.options.Problems;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects what does not fit when parts are made, each with the file and line it was written in.
 */
final class Mistakes {
  private final Origins origins;
  private final Problems problems = new Problems();

  Mistakes(Origins origins) {
    this.origins = origins;
  }

  /** Notes a mistake of a setting, or of the block that lacks it. */
  void add(String path, String message) {
    problems.add(origins.of(path), message);
  }

  /** Notes a mistake of a setting if somebody wrote it, or else of the block that objects. */
  void add(String path, String otherwise, String message) {
    problems.add(origins.written(path).orElseGet(() -> origins.of(otherwise)), message);
  }

  /**
   * Returns what is made, or empty after noting why it cannot be.
   *
   * @param path the block that is to blame, unless the exception knows better
   */
  <R> Optional<R> noted(String path, Supplier<R> work) {
    try {
      return Optional.of(work.get());
    } catch (SettingException e) {
      add(e.path(), e.block(), String.valueOf(e.getMessage()));
    } catch (ConfigurationException e) {
      add(path, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /** Does work that has no result, or notes why it cannot be done. */
  void tried(String path, Runnable work) {
    noted(
        path,
        () -> {
          work.run();
          return path;
        });
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Does nothing if there is no mistake, or else throws with all of them. */
  void throwIfAny() {
    problems.throwIfAny();
  }
}
