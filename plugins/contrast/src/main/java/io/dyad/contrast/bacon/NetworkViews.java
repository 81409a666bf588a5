package io.dyad.contrast.bacon;

import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
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

/** One contrast of all views, whose only pairs are partners. */
final class NetworkViews implements PairSampler {
  private static final Structure PARTNERS = Structure.of(false, false, false);

  private final NetworkViewsOptions options;

  NetworkViews(NetworkViewsOptions options) {
    this.options = options;
  }

  @Override
  public Needs needs() {
    Needs needs = Needs.NOTHING.views(2);
    boolean head = !options.output().equals(Embeddings.REPRESENTATION);
    return head && options.network().equals(Network.MAIN) ? needs.output(options.output()) : needs;
  }

  @Override
  public Pairs sample(Encoded encoded, StepContext context) {
    List<Rows> views =
        encoded.views().all().stream()
            .map(view -> Rows.of(view.name(), options.output()).network(options.network()))
            .toList();
    return Pairs.of(
        Contrast.of(
            views,
            views,
            Relation.of(PARTNERS, views, views, encoded.batch().size(), context.manager())));
  }
}
