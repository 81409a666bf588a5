package io.dyad.graph.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DiffusionTest {
  private static final EdgeList STAR = CentralitiesTest.undirected(5, 0, 1, 0, 2, 0, 3, 0, 4);
  private static final double[] ONES = {1, 1, 1, 1, 1, 1, 1, 1};

  private static Diffusion diffusion(int topK, DiffusionWeights normalize) {
    return Diffusion.of(STAR, ONES, new GraphDiffusionOptions(0.2, topK, normalize, 1e-9));
  }

  @Test
  void has_top_k_edges_to_each_node_and_none_from_itself() {
    EdgeList edges = diffusion(2, DiffusionWeights.ROWS).edges();
    assertThat(edges.targets()).containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4);
    assertThat(edges.sources()).containsExactly(1, 2, 0, 2, 0, 1, 0, 1, 0, 1);
  }

  @Test
  void weights_by_rows_add_up_to_one_at_each_node() {
    Diffusion diffusion = diffusion(3, DiffusionWeights.ROWS);
    double[] arriving = new double[5];
    for (int e = 0; e < diffusion.weights().length; e++) {
      arriving[diffusion.edges().targets()[e]] += diffusion.weights()[e];
    }
    assertThat(arriving).containsExactly(new double[] {1, 1, 1, 1, 1}, within(1e-12));
  }

  @Test
  void symmetric_weights_of_a_symmetric_graph_are_the_same_both_ways() {
    Diffusion diffusion = diffusion(4, DiffusionWeights.SYMMETRIC);
    double[][] dense = new double[5][5];
    for (int e = 0; e < diffusion.weights().length; e++) {
      dense[diffusion.edges().sources()[e]][diffusion.edges().targets()[e]] =
          diffusion.weights()[e];
    }
    for (int leaf = 2; leaf < 5; leaf++) {
      assertThat(dense[1][leaf]).isPositive().isCloseTo(dense[leaf][1], within(1e-9));
    }
  }

  @Test
  void an_isolated_node_gets_no_edge_and_breaks_nothing() {
    EdgeList graph = CentralitiesTest.undirected(4, 0, 1, 1, 2);
    for (DiffusionWeights normalize : DiffusionWeights.values()) {
      Diffusion diffusion =
          Diffusion.of(graph, ONES, new GraphDiffusionOptions(0.2, 3, normalize, 1e-9));
      assertThat(diffusion.edges().targets()).doesNotContain(3);
      assertThat(Arrays.stream(diffusion.weights()).allMatch(Double::isFinite)).isTrue();
    }
  }
}
