package io.dyad.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NearestNeighbourVoteTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final NearestNeighbourVote vote = new NearestNeighbourVote(kernels);

  @AfterEach
  void free() {
    kernels.close();
    manager.close();
  }

  @Test
  void a_neighbour_votes_with_the_exponential_of_its_cosine() {
    try (GradientMode ignored = GradientMode.disabled()) {
      NDArray bank = manager.create(new double[] {2, 0, 0, 3, -1, 0}, new Shape(3, 2));
      NDArray labels = manager.create(new long[] {0, 1, 2});
      NDArray query = manager.create(new double[] {5, 0}, new Shape(1, 2));
      NDArray votes = vote.votes(bank, labels, query, 2, 0.5, 3);
      assertThat(votes.getDouble(0, 0)).isCloseTo(Math.exp(2), within(1e-9));
      assertThat(votes.getDouble(0, 1)).isCloseTo(1, within(1e-9));
      assertThat(votes.getDouble(0, 2)).isZero();
      assertThat(vote.ranked(votes).toLongArray()).containsExactly(0, 1, 2);
    }
  }

  @Test
  void more_queries_than_a_chunk_vote_as_each_alone() {
    try (GradientMode ignored = GradientMode.disabled()) {
      NDArray bank = manager.randomNormal(new Shape(50, 4));
      NDArray labels = manager.arange(0, 50).toType(DataType.INT64, false).mod(5);
      NDArray queries = manager.randomNormal(new Shape(1500, 4));
      NDArray all = vote.votes(bank, labels, queries, 7, 0.1, 5);
      NDArray last = vote.votes(bank, labels, queries.get("1490:"), 7, 0.1, 5);
      NDArray gap = all.get("1490:").sub(last).abs().max().div(last.max());
      assertThat(gap.getFloat()).isLessThan(2e-6f);
    }
  }
}
