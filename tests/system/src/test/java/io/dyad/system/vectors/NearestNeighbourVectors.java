package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.runtime.evaluation.NearestNeighbourVote;

/** The vote of the nearest neighbours, as the {@code knn} evaluator takes it. */
public final class NearestNeighbourVectors implements VectorAdapter {
  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("knn-monitor");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Hyperparameters given = vector.hyperparameters();
    NearestNeighbourVote vote = new NearestNeighbourVote(harness.kernels());
    NDArray votes =
        vote.votes(
            array(vector.input("bank"), harness),
            array(vector.input("bank_labels"), harness).toType(DataType.INT64, false),
            array(vector.input("query"), harness),
            given.integer("k"),
            given.number("temperature"),
            given.integer("classes"));
    NDArray ranked = vote.ranked(votes);
    NDArray labels = array(vector.input("query_labels"), harness).toType(DataType.INT64, false);
    NDArray hits = ranked.get(":, 0").eq(labels).toType(DataType.FLOAT64, false);
    return new Outcome()
        .output("votes", votes)
        .output("ranked_classes", ranked)
        .output("accuracy", hits.mean());
  }

  private static NDArray array(RecordedArray recorded, Harness harness) {
    return harness.constant(recorded.shape(), recorded.data());
  }
}
