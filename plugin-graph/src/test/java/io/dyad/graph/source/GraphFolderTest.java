package io.dyad.graph.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void a_triangle_with_a_tail_and_a_node_alone() throws IOException {
    write("edges", "u,v", "0,1", "1,2", "0,2", "2,3");
    write("features", "node,feature", "0,0", "1,0", "1,1", "2,1", "3,0", "4,1");
    write("labels", "node,label", "0,0", "1,0", "2,1", "3,1", "4,-1");
    write("split_public", "node,split", "0,train", "1,val", "2,test", "3,none", "4,none");
  }

  @Test
  void edges_lead_both_ways_and_are_sorted_by_target_then_source() {
    GraphData data = read();

    assertThat(data.edges()[0]).containsExactly(1, 2, 0, 2, 0, 1, 3, 2);
    assertThat(data.edges()[1]).containsExactly(0, 0, 1, 1, 2, 2, 2, 3);
  }

  @Test
  void labels_and_splits_are_targets_and_a_node_may_be_alone() {
    GraphData data = read();

    assertThat(data.targets().get("label")).containsExactly(0, 0, 1, 1, -1);
    assertThat(data.targets().get("split.public")).containsExactly(0, 1, 2, 3, 3);
  }

  @Test
  void an_edge_to_a_node_that_is_not_there_is_told_with_its_line() throws IOException {
    write("edges", "u,v", "0,1", "1,7");

    assertRefused("edges.csv:3 there is no node 7; nodes are numbered 0 to 4");
  }

  @Test
  void a_feature_that_is_no_number_is_told_with_its_line() throws IOException {
    write("features", "node,feature,value", "0,0,1", "1,1,NaN");

    assertRefused("features.csv:3");
  }

  @Test
  void features_of_another_number_of_nodes_are_refused() throws IOException {
    write("features", "node,f0,f1", "0,1,0", "1,0,1", "2,1,1");

    assertRefused("features.csv", "3 nodes, the graph has 5");
  }

  @Test
  void a_node_in_two_parts_of_a_split_is_told_with_its_line() throws IOException {
    write("split_public", "node,split", "0,train", "1,val", "0,test");

    assertRefused("split_public.csv:4");
  }

  @Test
  void a_folder_without_edges_says_what_a_graph_needs() throws IOException {
    Files.delete(folder.resolve("edges.csv"));

    assertRefused("has no edges.csv or edges.csv.gz");
  }

  private GraphData read() {
    return new GraphFolder(
            folder,
            new GraphOptions(
                Optional.of(folder), Normalization.NONE, false, SelfLoops.DROP, Optional.empty()))
        .read();
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(this::read).isInstanceOf(DataException.class).hasMessageContainingAll(words);
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name + ".csv"), List.of(lines));
  }
}
