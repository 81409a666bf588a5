package io.dyad.contrast.co2;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A view against another one, and the same with the views exchanged.
 *
 * @param there the first view as anchor
 * @param back the second view as anchor
 */
record MirroredViews(Pair there, Pair back) {
  record Pair(Rows anchor, Rows key) {
    boolean mirrors(Pair other) {
      return anchor.view().equals(other.key.view()) && key.view().equals(other.anchor.view());
    }

    Pair turned() {
      return new Pair(key, anchor);
    }
  }

  /** Returns each two views of contrasts that follow a pattern, once. */
  static List<MirroredViews> of(List<Contrast> contrasts) {
    Set<Pair> pairs = new LinkedHashSet<>();
    contrasts.forEach(
        contrast ->
            contrast.relation().structure().ifPresent(pattern -> add(contrast, pattern, pairs)));
    List<MirroredViews> found = new ArrayList<>();
    Set<Pair> done = new LinkedHashSet<>();
    for (Pair pair : pairs) {
      if (!done.contains(pair)) {
        Pair back = back(pair, pairs);
        done.add(back);
        found.add(new MirroredViews(pair, back));
      }
    }
    return found;
  }

  private static void add(Contrast contrast, Structure pattern, Set<Pair> pairs) {
    if (!pattern.crossView()) {
      throw new ConfigurationException(
          "co2 compares the negatives of the other view, and its pairs have none; set pairs { use = cross-view, negatives = true }");
    }
    for (Rows anchor : contrast.anchors()) {
      contrast.keys().stream()
          .filter(key -> !key.equals(anchor))
          .forEach(key -> pairs.add(new Pair(anchor, key)));
    }
  }

  private static Pair back(Pair pair, Set<Pair> pairs) {
    boolean alike =
        pair.anchor().isTarget() == pair.key().isTarget()
            && pair.anchor().output().equals(pair.key().output());
    return pairs.stream()
        .filter(pair::mirrors)
        .findFirst()
        .or(() -> alike ? Optional.of(pair.turned()) : Optional.empty())
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "co2 needs "
                        + pair.key().view()
                        + " as anchor against "
                        + pair.anchor().view()
                        + ", too; set pairs { use = cross-view, both-ways = true }"));
  }
}
