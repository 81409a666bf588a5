package io.dyad.contrast.pairs;

import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.StackableView;
import io.dyad.api.TaggedView;
import java.util.ArrayList;
import java.util.List;

/** The views of a batch two by two, by name. */
record ViewPairs(List<Pair> all, long samples) {
  record Pair(String anchor, String key) {}

  /** Returns each pair once, the earlier view as anchor, or both ways. */
  static ViewPairs of(Encoded encoded, boolean bothWays) {
    List<String> names = encoded.views().all().stream().map(TaggedView::name).toList();
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = bothWays ? 0 : i + 1; j < names.size(); j++) {
        if (i != j) {
          all.add(new Pair(names.get(i), names.get(j)));
        }
      }
    }
    return new ViewPairs(all, samples(encoded));
  }

  /** Asks the views and not the networks, which would encode one view by itself. */
  static long samples(Encoded encoded) {
    return encoded.views().all().get(0).view() instanceof StackableView view
        ? view.rows()
        : encoded.batch().size();
  }

  /** Returns that these outputs of the main network are needed; it has a representation anyway. */
  static Needs outputs(String... names) {
    Needs needs = Needs.NOTHING;
    for (String name : names) {
      needs = name.equals(Embeddings.REPRESENTATION) ? needs : needs.output(name);
    }
    return needs;
  }
}
