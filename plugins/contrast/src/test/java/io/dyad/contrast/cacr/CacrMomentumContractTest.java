package io.dyad.contrast.cacr;

import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import java.util.List;
import java.util.Set;

/** Projections against the projections of the other view, which are taken as constants. */
class CacrMomentumContractTest extends LossContract {
  private static final Rows QUERY = Rows.of("view-1", Embeddings.PROJECTION);
  private static final Rows KEY = Rows.of("view-2", Embeddings.PROJECTION);

  @Override
  protected CacrMomentumProvider provider() {
    return new CacrMomentumProvider();
  }

  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    List<Rows> queries = List.of(QUERY);
    List<Rows> keys = List.of(KEY);
    long samples = encoded.batch().size();
    return Pairs.of(
        Contrast.of(
            queries,
            keys,
            Relation.of(
                Structure.of(false, true, true), queries, keys, samples, context.manager())));
  }

  @Override
  protected Set<Rows> stopped() {
    return Set.of(KEY);
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.ORDER_OF_VIEWS);
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
