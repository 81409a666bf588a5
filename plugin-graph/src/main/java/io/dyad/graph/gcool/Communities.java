package io.dyad.graph.gcool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.StepContext;
import io.dyad.toolkit.kernel.Scalars;
import java.util.Map;

/** Owns the centres, reads pairs and graphs, and follows the schedule. */
final class Communities implements Loss {
  private final CommunitiesEquation equation;
  private final CommunitiesOptions options;
  private final NDArray centers;

  Communities(CommunitiesEquation equation, CommunitiesOptions options, NDArray centers) {
    this.equation = equation;
    this.options = options;
    this.centers = centers;
  }

  @Override
  public Parameters parameters() {
    return Parameters.NONE.with("communities", Map.of("centers", centers));
  }

  @Override
  public Needs needs() {
    Needs needs = Needs.NOTHING.views(2).batch(2);
    return options.output().equals(Embeddings.REPRESENTATION)
        ? needs
        : needs.output(options.output());
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    GraphPairs views = GraphPairs.of(encoded, pairs);
    NDList rows = new NDList(views.rows().stream().map(encoded::get).toList());
    long epoch = context.progress().epoch();
    double alpha = options.schedule().alpha(epoch);
    double coefficient = options.schedule().coefficient(epoch);
    NDList terms = equation.terms(views, rows, centers, alpha, coefficient);
    return LossValue.of(terms.get(0))
        .term("deca", terms.get(1))
        .term("community-contrast", terms.get(2))
        .observe("alpha", Scalars.of(terms.get(0), alpha))
        .observe("coefficient", Scalars.of(terms.get(0), coefficient))
        .observe("empty-communities", terms.get(3))
        .observe("modularity", terms.get(4));
  }
}
