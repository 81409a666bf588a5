package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Relation;
import io.dyad.api.Setup;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.scores.ScoreStatistics;

/** InfoNCE of rows as they are, which remembers what a wrapper gave it. */
final class SeenByTheLoss implements LossProvider<SeenByTheLoss.None> {
  private final double temperature;
  private final Harness harness;
  private final Outcome outcome = new Outcome();

  /** No options. */
  record None() {}

  SeenByTheLoss(double temperature, Harness harness) {
    this.temperature = temperature;
    this.harness = harness;
  }

  /** Returns the rows, their logits and their statistics. */
  Outcome outcome() {
    return outcome;
  }

  @Override
  public String name() {
    return "seen-by-the-loss";
  }

  @Override
  public String summary() {
    return "remembers rows";
  }

  @Override
  public Class<None> options() {
    return None.class;
  }

  @Override
  public Loss create(None options, Setup setup) {
    String settings = "normalize = false, temperature = " + temperature;
    Loss loss = Subject.of(new InfoNceProvider(), settings, harness.setup()).component();
    return (encoded, pairs, context) -> {
      look(encoded, pairs.contrasts().get(0));
      return loss.evaluate(encoded, pairs, context);
    };
  }

  private void look(Encoded encoded, Contrast contrast) {
    NDArray query = encoded.get(contrast.anchors().get(0));
    NDArray key = encoded.get(contrast.keys().get(0));
    NDArray queue = encoded.get(contrast.keys().get(1));
    NDArray positive = query.mul(key).sum(new int[] {1}, true);
    NDArray logits = positive.concat(query.matMul(queue.transpose()), 1).div(temperature);
    Relation.Block weights = contrast.relation().block(0, query.getShape().get(0));
    ScoreStatistics statistics =
        new ScoreStatistics.Equation(harness.kernels(), temperature, false)
            .of(query, NDArrays.concat(new NDList(key, queue), 0), weights);
    outcome
        .output("query_mixed", query)
        .output("key_mixed", key)
        .output("queue_mixed", queue)
        .output("logits", logits)
        .output("score_statistics", statistics.anchors());
  }
}
