package io.dyad.graph.pot;

import io.dyad.api.Evaluator;
import io.dyad.api.EvaluatorProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code node-compactness}: how close nodes provably stay to themselves when edges are
 * dropped, for any encoder of two graph convolutions, trained by {@code pot} or not. Two graphs are
 * drawn from the training data, every edge of view i staying where the draw {@code kept} at {@code
 * view}/i is not below its drop rate. The raw input has no such figures.
 */
@Stable
public final class NodeCompactnessProvider implements EvaluatorProvider<NodeCompactnessOptions> {
  @Override
  public String name() {
    return "node-compactness";
  }

  @Override
  public String summary() {
    return "how close nodes provably stay to their positives when edges are dropped";
  }

  @Override
  public String source() {
    return "Provable Training for Graph Contrastive Learning, arXiv 2309.13944";
  }

  @Override
  public Class<NodeCompactnessOptions> options() {
    return NodeCompactnessOptions.class;
  }

  @Override
  public Evaluator create(NodeCompactnessOptions options, Setup setup) {
    options.drops().requireTwo(setup.name());
    return new NodeCompactness(options, setup);
  }
}
