package io.dyad.contrast.pairs;

import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import java.util.List;
import java.util.stream.Stream;

/** Views as anchors against themselves and each other: two at a time, or all in one contrast. */
final class InBatchSampler implements PairSampler {
  private final String output;
  private final Structure structure;
  private final boolean joint;

  InBatchSampler(String output, Structure structure, boolean joint) {
    this.output = output;
    this.structure = structure;
    this.joint = joint;
  }

  @Override
  public Needs needs() {
    return ViewPairs.outputs(output).views(2).batch(2);
  }

  @Override
  public Pairs sample(Encoded encoded, StepContext context) {
    ViewPairs pairs = ViewPairs.of(encoded, false);
    Stream<List<String>> together =
        joint
            ? Stream.of(encoded.views().all().stream().map(view -> view.name()).toList())
            : pairs.all().stream().map(pair -> List.of(pair.anchor(), pair.key()));
    return Pairs.of(together.map(views -> contrast(views, pairs.samples(), context)).toList());
  }

  private Contrast contrast(List<String> views, long samples, StepContext context) {
    List<Rows> rows = views.stream().map(view -> Rows.of(view, output)).toList();
    return Contrast.of(rows, rows, Relation.of(structure, rows, rows, samples, context.manager()));
  }
}
