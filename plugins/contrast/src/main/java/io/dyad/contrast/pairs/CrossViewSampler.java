package io.dyad.contrast.pairs;

import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.Network;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import java.util.List;

/** A contrast of one view against one other, for each pair of views. */
final class CrossViewSampler implements PairSampler {
  private final CrossViewOptions options;
  private final String keys;
  private final Structure structure;

  CrossViewSampler(CrossViewOptions options) {
    this.options = options;
    keys = options.keys().orElse(options.anchors());
    structure = Structure.of(false, options.negatives(), options.partnerInDenominator());
  }

  @Override
  public Needs needs() {
    Needs needs = ViewPairs.outputs(options.anchors(), keys).views(2);
    needs = options.negatives() ? needs.batch(2) : needs;
    return options.twin() ? needs.twin(Network.MAIN) : needs;
  }

  @Override
  public Pairs sample(Encoded encoded, StepContext context) {
    ViewPairs pairs = ViewPairs.of(encoded, options.bothWays());
    return Pairs.of(
        pairs.all().stream().map(pair -> contrast(pair, pairs.samples(), context)).toList());
  }

  private Contrast contrast(ViewPairs.Pair pair, long samples, StepContext context) {
    List<Rows> anchor = List.of(Rows.of(pair.anchor(), options.anchors()));
    Rows online = Rows.of(pair.key(), keys);
    List<Rows> key = List.of(options.twin() ? online.target() : online);
    return Contrast.of(
        anchor, key, Relation.of(structure, anchor, key, samples, context.manager()));
  }
}
