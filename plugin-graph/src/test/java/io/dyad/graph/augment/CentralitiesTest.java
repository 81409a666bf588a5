package io.dyad.graph.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CentralitiesTest {
  private static final EdgeList STAR = undirected(5, 0, 1, 0, 2, 0, 3, 0, 4);

  static EdgeList undirected(int nodes, int... pairs) {
    int[] sources = new int[pairs.length / 2];
    int[] targets = new int[pairs.length / 2];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = pairs[2 * i];
      targets[i] = pairs[2 * i + 1];
    }
    return new EdgeList(nodes, sources, targets).undirected();
  }

  @Test
  void an_undirected_graph_has_each_edge_once_a_direction_and_a_self_loop_once() {
    EdgeList edges = new EdgeList(3, new int[] {2, 0, 0, 1}, new int[] {0, 2, 1, 1}).undirected();
    assertThat(edges.sources()).containsExactly(0, 0, 1, 1, 2);
    assertThat(edges.targets()).containsExactly(1, 2, 0, 1, 0);
  }

  @Test
  void degree_counts_neighbours_and_isolated_nodes_have_none() {
    assertThat(Centralities.degree(undirected(4, 0, 1, 0, 2))).containsExactly(2, 1, 1, 0);
  }

  @Test
  void one_step_of_page_rank_on_a_star_by_hand() {
    double[] rank = Centralities.pageRank(STAR, 0.85, 1);
    assertThat(rank[0]).isCloseTo(0.15 + 0.85 * 4, within(1e-12));
    assertThat(rank[1]).isCloseTo(0.15 + 0.85 / 4, within(1e-12));
  }

  @Test
  void page_rank_of_an_undirected_graph_ends_in_proportion_to_degrees() {
    double[] rank = Centralities.pageRank(STAR, 0.85, 200);
    assertThat(rank[0] / rank[1]).isCloseTo(4, within(1e-9));
    assertThat(Arrays.stream(rank).sum()).isCloseTo(5, within(1e-9));
  }

  @Test
  void the_eigenvector_of_a_star_which_is_bipartite_has_the_root_of_its_rays_at_the_hub() {
    double[] vector = Centralities.eigenvector(STAR);
    assertThat(vector[0]).isCloseTo(1 / Math.sqrt(2), within(2e-8));
    assertThat(vector[1]).isCloseTo(1 / Math.sqrt(8), within(2e-8));
  }

  @Test
  void the_eigenvector_of_two_components_lives_on_the_stronger_one() {
    double[] vector = Centralities.eigenvector(undirected(5, 0, 1, 1, 2, 2, 0, 3, 4));
    assertThat(vector[0]).isCloseTo(1 / Math.sqrt(3), within(2e-8));
    assertThat(vector[3]).isBetween(1e-9, 2e-8);
  }

  @Test
  void a_graph_without_edges_has_nodes_that_are_all_alike() {
    assertThat(Centralities.eigenvector(new EdgeList(4, new int[0], new int[0])))
        .containsOnly(0.5 + 1e-8);
  }
}
