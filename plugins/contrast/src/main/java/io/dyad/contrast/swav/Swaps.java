package io.dyad.contrast.swav;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * Which views make codes and which predict them, as positions: each anchor of a contrast makes
 * codes, and each of its keys that is another view predicts them. The relation is not looked at.
 */
final class Swaps {
  private final List<Rows> views = new ArrayList<>();
  private final List<Rows> coded = new ArrayList<>();
  private final List<long[]> swaps = new ArrayList<>();
  private final int queueCount;

  /**
   * Reads pairs.
   *
   * @param queueCount how many queues are in use, 0 or one for each view that makes codes
   */
  Swaps(Pairs pairs, int queueCount) {
    this.queueCount = queueCount;
    for (Contrast contrast : pairs.contrasts()) {
      for (Rows anchor : contrast.anchors()) {
        for (Rows key : contrast.keys()) {
          if (!key.equals(anchor)) {
            position(anchor, views);
            swaps.add(new long[] {position(anchor, coded), position(key, views)});
          }
        }
      }
    }
    if (swaps.isEmpty()) {
      throw new ConfigurationException(
          "swav needs an anchor and another view as its key, but the pair sampler gave none; set"
              + " pairs = crops, with two views or more");
    }
    if (queueCount > 0 && queueCount != coded.size()) {
      throw new ConfigurationException(
          "swav has %d queues, but %d views make codes; name one bank for each"
              .formatted(queueCount, coded.size()));
    }
  }

  private static int position(Rows rows, List<Rows> all) {
    if (!all.contains(rows)) {
      all.add(rows);
    }
    return all.indexOf(rows);
  }

  /** Returns the addresses of all views. */
  List<Rows> views() {
    return views;
  }

  /** Returns the positions of the views that make codes. */
  long[] codes() {
    return coded.stream().mapToLong(views::indexOf).toArray();
  }

  /** Returns the positions of their queues behind the views, -1 for none. */
  long[] queues() {
    long[] positions = new long[coded.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = queueCount == 0 ? -1 : (long) views.size() + i;
    }
    return positions;
  }

  /** Returns which codes each prediction is of. */
  long[] predictedCodes() {
    return swaps.stream().mapToLong(swap -> swap[0]).toArray();
  }

  /** Returns the position of the view that makes each prediction. */
  long[] predictingViews() {
    return swaps.stream().mapToLong(swap -> swap[1]).toArray();
  }
}
