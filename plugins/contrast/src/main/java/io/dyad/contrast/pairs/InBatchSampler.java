package io.dyad.contrast.pairs;

import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StackableView;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import java.util.ArrayList;
import java.util.List;

/** One contrast for each unordered pair of views, each view an anchor against both. */
final class InBatchSampler implements PairSampler {
  private final String output;
  private final Structure structure;

  InBatchSampler(String output, Structure structure) {
    this.output = output;
    this.structure = structure;
  }

  @Override
  public Needs needs() {
    Needs needs = Needs.NOTHING.views(2).batch(2);
    return output.equals(Embeddings.REPRESENTATION) ? needs : needs.output(output);
  }

  @Override
  public Pairs sample(Encoded encoded, StepContext context) {
    List<Rows> views =
        encoded.views().all().stream().map(view -> Rows.of(view.name(), output)).toList();
    long samples = rows(encoded);
    List<Contrast> contrasts = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      for (int j = i + 1; j < views.size(); j++) {
        contrasts.add(contrast(List.of(views.get(i), views.get(j)), samples, context));
      }
    }
    return Pairs.of(contrasts);
  }

  /** Asks the views and not the networks, which would encode one view by itself. */
  private static long rows(Encoded encoded) {
    return encoded.views().all().get(0).view() instanceof StackableView view
        ? view.rows()
        : encoded.batch().size();
  }

  private Contrast contrast(List<Rows> views, long samples, StepContext context) {
    return Contrast.of(
        views, views, Relation.of(structure, views, views, samples, context.manager()));
  }
}
