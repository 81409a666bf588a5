package io.dyad.runtime.report.learned;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.run.Checkpoints;
import io.dyad.runtime.session.Session;
import io.dyad.runtime.session.TrainedRun;
import java.nio.file.Path;
import java.util.List;

/**
 * What the trained network of a run makes of the run's data. Needs the plugins, the data and a good
 * checkpoint; what cannot be made says why.
 *
 * @param map of samples that were not trained on
 * @param neighbours of some of them
 * @param views that training saw
 */
public record Findings(
    Finding<EmbeddingMap> map, Finding<NeighbourGrid> neighbours, Finding<ViewStrip> views) {

  /** Returns findings that are not there for one reason. */
  public static Findings missing(String reason) {
    return new Findings(Finding.missing(reason), Finding.missing(reason), Finding.missing(reason));
  }

  /**
   * Opens a run and looks.
   *
   * @param mostBytes of all pictures together
   */
  public static Findings of(Path run, Plugins plugins, int mostBytes, Watcher watcher) {
    watcher.begins("opening " + run);
    try (Session session = TrainedRun.open(run, Checkpoints.LATEST, List.of(), plugins)) {
      return session.get(Look.class).at(mostBytes, watcher);
    } catch (RuntimeException | LinkageError e) {
      return missing(Finding.reason(e));
    }
  }
}
