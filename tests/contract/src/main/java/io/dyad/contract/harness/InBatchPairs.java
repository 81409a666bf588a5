package io.dyad.contract.harness;

import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import java.util.List;

/** The pairs most losses meet: all views against all, other samples of the batch as negatives. */
public final class InBatchPairs {
  private InBatchPairs() {}

  /** Returns one contrast whose relation is a pattern. */
  public static Pairs pattern(Encoded encoded, String output, StepContext context) {
    List<Rows> views = views(encoded, output);
    return Pairs.of(Contrast.of(views, views, relation(encoded, views, context)));
  }

  /** Returns the same contrast with explicit weights instead of the pattern. */
  public static Pairs weights(Encoded encoded, String output, StepContext context) {
    List<Rows> views = views(encoded, output);
    Relation.Block all =
        relation(encoded, views, context).block(0, (long) views.size() * encoded.batch().size());
    return Pairs.of(Contrast.of(views, views, Relation.of(all.positive(), all.denominator())));
  }

  private static List<Rows> views(Encoded encoded, String output) {
    return encoded.views().all().stream().map(view -> Rows.of(view.name(), output)).toList();
  }

  private static Relation relation(Encoded encoded, List<Rows> views, StepContext context) {
    Structure structure = Structure.of(true, true, true);
    return Relation.of(structure, views, views, encoded.batch().size(), context.manager());
  }
}
