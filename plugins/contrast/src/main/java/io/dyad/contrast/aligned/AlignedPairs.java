package io.dyad.contrast.aligned;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Anchors and keys that show the same samples in the same order: the i-th anchors of a contrast
 * belong to its i-th keys. Negatives do not count.
 */
public final class AlignedPairs {
  private final String loss;
  private final List<Rows> anchors;
  private final List<Rows> keys;

  private AlignedPairs(String loss, List<Rows> anchors, List<Rows> keys) {
    this.loss = loss;
    this.anchors = anchors;
    this.keys = keys;
  }

  /**
   * Reads pairs.
   *
   * @param loss the name of the loss, for messages
   * @throws ConfigurationException if a contrast has no partner for an anchor, or the anchor itself
   */
  public static AlignedPairs of(Pairs pairs, String loss) {
    List<Rows> anchors = new ArrayList<>();
    List<Rows> keys = new ArrayList<>();
    for (Contrast contrast : pairs.contrasts()) {
      if (contrast.anchors().size() != contrast.keys().size()) {
        throw refused(loss, contrast, "the numbers of anchors and keys differ");
      }
      for (int i = 0; i < contrast.anchors().size(); i++) {
        if (contrast.anchors().get(i).equals(contrast.keys().get(i))) {
          throw refused(loss, contrast, "they are the same rows");
        }
        anchors.add(contrast.anchors().get(i));
        keys.add(contrast.keys().get(i));
      }
    }
    if (anchors.isEmpty()) {
      throw new ConfigurationException(
          loss + " needs at least one contrast, but the pair sampler returned none");
    }
    return new AlignedPairs(loss, List.copyOf(anchors), List.copyOf(keys));
  }

  private static ConfigurationException refused(String loss, Contrast contrast, String why) {
    return new ConfigurationException(
        "%s compares rows of one view with those of another, but it was given anchors %s and keys %s: %s; set pairs = cross-view"
            .formatted(loss, contrast.anchors(), contrast.keys(), why));
  }

  /** Returns how many pairs of row blocks there are. */
  public int size() {
    return anchors.size();
  }

  /** Returns the number of pairs of views, whose two directions count as one. */
  public int viewPairs() {
    Set<Set<String>> views = new HashSet<>();
    for (int i = 0; i < size(); i++) {
      views.add(new HashSet<>(List.of(anchors.get(i).view(), keys.get(i).view())));
    }
    return views.size();
  }

  /** Returns the addresses of the anchors, one a pair. */
  public List<Rows> anchors() {
    return anchors;
  }

  /** Returns the addresses of the keys, one a pair. */
  public List<Rows> keys() {
    return keys;
  }

  /** Returns the rows of the anchors, one array a pair. */
  public NDList anchors(Encoded encoded) {
    return rows(anchors, encoded);
  }

  /**
   * Returns the rows of the keys, one array a pair.
   *
   * @throws ConfigurationException if a shape is not that of the anchors
   */
  public NDList keys(Encoded encoded) {
    for (int i = 0; i < size(); i++) {
      Shape anchor = encoded.get(anchors.get(i)).getShape();
      Shape key = encoded.get(keys.get(i)).getShape();
      if (!anchor.equals(key)) {
        throw new ConfigurationException(
            "%s compares rows of equal shape, but %s is %s and %s is %s"
                .formatted(loss, anchors.get(i), anchor, keys.get(i), key));
      }
    }
    return rows(keys, encoded);
  }

  /** What a momentum twin makes is a target, whoever made the array. */
  private static NDList rows(List<Rows> addresses, Encoded encoded) {
    return new NDList(
        addresses.stream()
            .map(rows -> rows.isTarget() ? encoded.get(rows).stopGradient() : encoded.get(rows))
            .toArray(NDArray[]::new));
  }
}
