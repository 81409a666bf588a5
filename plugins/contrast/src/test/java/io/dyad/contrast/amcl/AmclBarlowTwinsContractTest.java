package io.dyad.contrast.amcl;

import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import java.util.List;
import java.util.Set;

class AmclBarlowTwinsContractTest extends HeadsContract {
  @Override
  protected AmclBarlowTwinsProvider provider() {
    return new AmclBarlowTwinsProvider();
  }

  @Override
  protected String options() {
    return "temperature.hidden = 7";
  }

  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    List<Rows> anchors = List.of(Rows.of("view-1", Embeddings.PROJECTION));
    List<Rows> keys = List.of(Rows.of("view-2", Embeddings.PROJECTION));
    Structure partners = Structure.of(false, false, true);
    return Pairs.of(
        Contrast.of(
            anchors,
            keys,
            Relation.of(partners, anchors, keys, encoded.batch().size(), context.manager())));
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }

  /** The first layer of a network has two halves, and features are standardised, not rows. */
  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.ORDER_OF_VIEWS, Symmetry.LENGTH_OF_ROWS);
  }
}
