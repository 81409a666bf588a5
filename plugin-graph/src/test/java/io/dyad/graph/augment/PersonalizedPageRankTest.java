package io.dyad.graph.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dyad.graph.augment.PersonalizedPageRank.Entry;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PersonalizedPageRankTest {
  private static final double ALPHA = 0.2;

  @Test
  void is_the_series_of_the_walk_up_to_the_tolerance() {
    SplittableRandom random = new SplittableRandom(3);
    int nodes = 12;
    EdgeList graph =
        new EdgeList(
                nodes, random.ints(30, 0, nodes).toArray(), random.ints(30, 0, nodes).toArray())
            .undirected();
    double[] weights = random.doubles(graph.size(), 0.5, 2).toArray();
    PersonalizedPageRank walks = new PersonalizedPageRank(graph, weights, ALPHA, 1e-12);
    for (int start = 0; start < nodes; start++) {
      double[] expected = series(graph, weights, start);
      for (Entry entry : walks.highest(start, nodes)) {
        assertThat(entry.probability()).isCloseTo(expected[entry.node()], within(1e-8));
        expected[entry.node()] = 0;
      }
      expected[start] = 0;
      assertThat(Arrays.stream(expected).sum()).as("left out").isLessThan(1e-8);
    }
  }

  @Test
  void a_walk_goes_back_along_edges() {
    EdgeList chain = new EdgeList(3, new int[] {0, 1}, new int[] {1, 2});
    PersonalizedPageRank walks = new PersonalizedPageRank(chain, new double[] {1, 1}, ALPHA, 1e-12);
    assertThat(walks.highest(0, 9)).isEmpty();
    assertThat(walks.highest(2, 9))
        .usingRecursiveFieldByFieldElementComparator()
        .extracting(Entry::node)
        .containsExactly(0, 1);
    assertThat(walks.highest(2, 9)[0].probability()).isCloseTo(0.8 * 0.8, within(1e-12));
  }

  @Test
  void of_equals_the_first_stay() {
    EdgeList star = CentralitiesTest.undirected(5, 0, 1, 0, 2, 0, 3, 0, 4);
    double[] weights = {1, 1, 1, 1, 1, 1, 1, 1};
    PersonalizedPageRank walks = new PersonalizedPageRank(star, weights, ALPHA, 1e-6);
    assertThat(walks.highest(0, 2)).extracting(Entry::node).containsExactly(1, 2);
    assertThat(walks.highest(4, 3)).extracting(Entry::node).containsExactly(0, 1, 2);
  }

  /** Sums alpha (1 - alpha)^k P^k, where P[v][u] is how probable the step from v to u is. */
  private static double[] series(EdgeList graph, double[] weights, int start) {
    double[] arriving = new double[graph.nodes()];
    for (int e = 0; e < graph.size(); e++) {
      arriving[graph.targets()[e]] += weights[e];
    }
    double[] sum = new double[graph.nodes()];
    double[] walk = new double[graph.nodes()];
    walk[start] = 1;
    for (int step = 0; step < 400; step++) {
      double[] next = new double[graph.nodes()];
      for (int e = 0; e < graph.size(); e++) {
        int from = graph.targets()[e];
        next[graph.sources()[e]] += (1 - ALPHA) * walk[from] * weights[e] / arriving[from];
      }
      for (int node = 0; node < sum.length; node++) {
        sum[node] += ALPHA * walk[node];
      }
      walk = next;
    }
    return sum;
  }
}
