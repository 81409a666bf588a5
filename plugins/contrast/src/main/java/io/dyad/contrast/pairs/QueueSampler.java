package io.dyad.contrast.pairs;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.Network;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import java.util.List;

/** A contrast of a view against another one and the rows of a bank, for each pair of views. */
final class QueueSampler implements PairSampler {
  private final QueueOptions options;
  private final String name;

  QueueSampler(QueueOptions options, String name) {
    this.options = options;
    this.name = name;
  }

  @Override
  public Needs needs() {
    Needs needs =
        ViewPairs.outputs(options.anchors(), options.keys()).views(2).bank(options.bank());
    return options.twin() ? needs.twin(Network.MAIN) : needs;
  }

  @Override
  public Pairs sample(Encoded encoded, StepContext context) {
    long queued = encoded.get(Rows.bank(options.bank())).getShape().get(0);
    if (queued == 0 && !options.partnerInDenominator()) {
      throw new ConfigurationException(
          "%s: queue has no negatives while bank \"%s\" is empty, and the positives are not in the denominator; set banks.%s.initial = random"
              .formatted(name, options.bank(), options.bank()));
    }
    ViewPairs pairs = ViewPairs.of(encoded, options.bothWays());
    QueueRelation relation =
        new QueueRelation(
            pairs.samples(), queued, options.partnerInDenominator(), context.manager());
    return Pairs.of(pairs.all().stream().map(pair -> contrast(pair, relation)).toList());
  }

  private Contrast contrast(ViewPairs.Pair pair, QueueRelation relation) {
    Rows online = Rows.of(pair.key(), options.keys());
    return Contrast.of(
        List.of(Rows.of(pair.anchor(), options.anchors())),
        List.of(options.twin() ? online.target() : online, Rows.bank(options.bank())),
        relation);
  }
}
