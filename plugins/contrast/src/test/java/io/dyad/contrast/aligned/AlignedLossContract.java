package io.dyad.contrast.aligned;

import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.contract.LossContract;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The contract over pairs of one view against another, in both directions. */
public abstract class AlignedLossContract extends LossContract {
  private static final Structure STRUCTURE = Structure.of(false, true, true);

  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    return pairs(encoded, context, Embeddings.PROJECTION, rows -> rows);
  }

  /** Returns a contrast for each ordered pair of views. */
  protected static Pairs pairs(
      Encoded encoded, StepContext context, String anchors, UnaryOperator<Rows> target) {
    List<String> views = encoded.views().all().stream().map(view -> view.name()).toList();
    List<Contrast> contrasts = new ArrayList<>();
    for (String one : views) {
      for (String other : views) {
        if (!one.equals(other)) {
          List<Rows> anchor = List.of(Rows.of(one, anchors));
          List<Rows> key = List.of(target.apply(Rows.of(other, Embeddings.PROJECTION)));
          long samples = encoded.batch().size();
          Relation relation = Relation.of(STRUCTURE, anchor, key, samples, context.manager());
          contrasts.add(Contrast.of(anchor, key, relation));
        }
      }
    }
    return Pairs.of(contrasts);
  }
}
