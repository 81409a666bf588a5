package io.dyad.runtime.report.learned;

import java.util.List;

/**
 * A sample with its neighbours, nearest first.
 *
 * @param id of the sample in its split
 * @param label of the sample, or -1
 * @param why it is shown
 * @param learned neighbours in the network's output
 * @param raw neighbours by the input itself; none where that was not computed
 */
public record Query(long id, long label, Reason why, List<Neighbour> learned, List<Neighbour> raw) {

  /** Why a sample is shown. */
  public enum Reason {
    /** It was drawn by lot. */
    RANDOM,
    /** Few others do worse. */
    WORST
  }

  Query withRaw(List<Neighbour> neighbours) {
    return new Query(id, label, why, learned, neighbours);
  }
}
