package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Metric;
import io.dyad.api.Needs;
import java.util.List;

/**
 * Accuracy of the nearest-neighbour vote, on features as they are and centred by the bank's mean.
 */
final class KnnEvaluator implements Evaluator {
  private final KnnOptions options;
  private final NearestNeighbourVote vote;

  KnnEvaluator(KnnOptions options, NearestNeighbourVote vote) {
    this.options = options;
    this.vote = vote;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.target(options.target());
  }

  @Override
  public List<Metric> evaluate(Evaluation evaluation) {
    NDArray bank = Features.of(evaluation, options.output(), options.bank());
    NDArray queries = Features.of(evaluation, options.output(), options.query());
    NDArray bankLabels = evaluation.target(options.target(), options.bank());
    NDArray labels = evaluation.target(options.target(), options.query());
    return List.of(
        Metric.of(
            "top1",
            accuracy(bank, bankLabels, queries, labels, NearestNeighbours.zero(bank)),
            true,
            "fraction"),
        Metric.of(
            "top1-centred",
            accuracy(bank, bankLabels, queries, labels, bank.mean(new int[] {0}, true)),
            true,
            "fraction"));
  }

  private double accuracy(
      NDArray bank, NDArray bankLabels, NDArray queries, NDArray labels, NDArray origin) {
    long classes = Features.classes(options.target(), bankLabels, labels);
    NDArray votes =
        vote.votes(bank, bankLabels, queries, origin, options.k(), options.temperature(), classes);
    NDArray first = vote.ranked(votes).get(":, 0");
    return first.eq(labels).toType(DataType.FLOAT64, false).mean().getDouble();
  }
}
