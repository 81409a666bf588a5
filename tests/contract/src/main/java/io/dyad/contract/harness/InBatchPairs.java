package io.dyad.contract.harness;

import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import java.util.ArrayList;
import java.util.List;

/**
 * The pairs most losses meet: each two views against each other, the partner a positive, other
 * samples of the batch negatives.
 */
public final class InBatchPairs {
  private static final Structure ALL = Structure.of(true, true, true);

  private InBatchPairs() {}

  /** Returns a contrast for each two views, whose relation is a pattern. */
  public static Pairs pattern(Encoded encoded, String output, StepContext context) {
    List<Rows> views =
        encoded.views().all().stream().map(view -> Rows.of(view.name(), output)).toList();
    List<Contrast> contrasts = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      for (int j = i + 1; j < views.size(); j++) {
        List<Rows> two = List.of(views.get(i), views.get(j));
        long samples = encoded.batch().size();
        contrasts.add(
            Contrast.of(two, two, Relation.of(ALL, two, two, samples, context.manager())));
      }
    }
    return Pairs.of(contrasts);
  }

  /** Returns the same contrasts with explicit weights instead of the pattern. */
  public static Pairs weights(Encoded encoded, String output, StepContext context) {
    return PairForms.weights(pattern(encoded, output, context), encoded);
  }
}
