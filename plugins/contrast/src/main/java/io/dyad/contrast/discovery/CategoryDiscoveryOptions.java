package io.dyad.contrast.discovery;

import io.dyad.api.Bound;
import io.dyad.api.DataSource;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Spec;
import java.util.HashSet;
import java.util.List;

/** Options of {@code category-discovery}. */
public record CategoryDiscoveryOptions(
    @Doc("the labelled data that this is made of") Spec<DataSource> of,
    @Doc(
            "the classes of which some samples keep their label; they are numbered 0, 1, ... in this order, the others after them")
        @Bound("[0, inf)")
        List<Integer> known,
    @Doc("share of the training samples of a known class that keep their label")
        @Default("0.5")
        @Bound("(0, 1]")
        double labelledFraction,
    @Doc("how many times larger the largest class is than the smallest; 1: as they are")
        @Default("10")
        @Bound("[1, inf)")
        double imbalance,
    @Doc(
            "share of the training samples of each class set aside as split validation, not thinned out; 0: none")
        @Default("0.1")
        @Bound("[0, 1)")
        double validationFraction,
    @Doc("samples of a batch, half of them labelled; set ${train.batch-size}")
        @Default("128")
        @Bound("[2, inf)")
        int batchSize) {

  /** Checks the known classes. */
  public CategoryDiscoveryOptions {
    if (known.isEmpty() || new HashSet<>(known).size() < known.size()) {
      throw new IllegalArgumentException(
          "known must name a class or more, none of them twice, got " + known);
    }
  }
}
