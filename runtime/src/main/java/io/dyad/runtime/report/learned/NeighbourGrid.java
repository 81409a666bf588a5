package io.dyad.runtime.report.learned;

import io.dyad.runtime.report.picture.SpriteSheet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Some samples with their nearest neighbours.
 *
 * @param split of the samples
 * @param searched how many samples of it were searched for the worst
 * @param bank the split of the neighbours
 * @param compared how many samples of it were compared
 * @param total how many it has
 * @param right the share of neighbours with the label of their sample, over all searched, if labels
 *     are known
 * @param queries the samples
 * @param bankIds the ids of all neighbours of {@code queries}, ascending
 * @param sheet with the pictures of the queries and then of {@code bankIds}, if samples are
 *     pictures
 */
@SuppressWarnings("ArrayRecordComponent") // passed once; not compared
public record NeighbourGrid(
    String split,
    int searched,
    String bank,
    int compared,
    long total,
    OptionalDouble right,
    List<Query> queries,
    long[] bankIds,
    Optional<SpriteSheet> sheet) {

  /** How many neighbours a sample has. */
  public static final int NEIGHBOURS = 5;

  /** The most samples that are compared. */
  public static final int MOST_COMPARED = 10_000;

  static OptionalDouble right(Optional<long[]> labels, List<List<Neighbour>> neighbours) {
    if (labels.isEmpty()) {
      return OptionalDouble.empty();
    }
    long right = 0;
    long all = 0;
    for (int i = 0; i < neighbours.size(); i++) {
      long label = labels.get()[i];
      if (label >= 0) {
        all += neighbours.get(i).size();
        right += neighbours.get(i).stream().filter(neighbour -> neighbour.label() == label).count();
      }
    }
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / all);
  }
}
