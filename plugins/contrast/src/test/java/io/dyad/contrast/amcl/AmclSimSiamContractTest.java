package io.dyad.contrast.amcl;

import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import java.util.List;
import java.util.Set;

class AmclSimSiamContractTest extends HeadsContract {
  private static final Rows FIRST = Rows.of("view-1", Embeddings.PROJECTION);
  private static final Rows SECOND = Rows.of("view-2", Embeddings.PROJECTION);

  @Override
  protected AmclSimSiamProvider provider() {
    return new AmclSimSiamProvider();
  }

  @Override
  protected String options() {
    return "temperature.hidden = 7";
  }

  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    return Pairs.of(
        contrast("view-1", SECOND, encoded, context), contrast("view-2", FIRST, encoded, context));
  }

  private static Contrast contrast(String anchor, Rows key, Encoded encoded, StepContext context) {
    List<Rows> anchors = List.of(Rows.of(anchor, Embeddings.PREDICTION));
    List<Rows> keys = List.of(key);
    Structure partners = Structure.of(false, false, true);
    return Contrast.of(
        anchors,
        keys,
        Relation.of(partners, anchors, keys, encoded.batch().size(), context.manager()));
  }

  @Override
  protected Set<Rows> stopped() {
    return Set.of(FIRST, SECOND);
  }
}
