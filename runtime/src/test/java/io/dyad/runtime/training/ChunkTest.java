package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Context;
import io.dyad.api.Draws;
import io.dyad.api.Embeddings;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which rows and which draws a chunk has. */
class ChunkTest {
  private final FakeRun run = FakeRun.of();
  private final NDManager manager = run.assembly().manager();
  private final Context whole = run.assembly().frames().evaluation(manager).step("main.encoder");
  private final ViewGroup group =
      new ViewGroup(
          List.of(view("a", 5), view("b", 2)),
          (view, contexts) -> Embeddings.of(view.tensors().head()),
          path -> whole);

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void chunks_are_of_about_one_size_and_part_each_view_alike() {
    assertThat(Chunk.of(group, 3).stream().map(chunk -> chunk.rows().toString()))
        .containsExactly(
            "{a=Range[from=0, to=2], b=Range[from=0, to=1]}",
            "{a=Range[from=2, to=5], b=Range[from=1, to=2]}");
    assertThat(Chunk.of(group, 5)).hasSize(1);
    assertThat(Chunk.of(group, 1).get(0).rows()).containsOnlyKeys("a");
  }

  @Test
  void a_row_s_draws_are_those_it_has_in_the_whole_group() {
    Draws cut = Chunk.of(group, 3).get(1).group().contexts().apply("main.encoder").draws();
    Draws all = whole.draws();
    NDArray every = all.normal("noise", new Shape(7, 2));

    assertThat(cut.normal("noise", new Shape(4, 2)).toFloatArray())
        .containsExactly(every.get(manager.create(new long[] {2, 3, 4, 6})).toFloatArray());
    assertThat(cut.at("x", 1).integers("k", 100, new Shape(4)).toLongArray()[3])
        .isEqualTo(all.at("x", 1).integers("k", 100, new Shape(7)).toLongArray()[6]);
    assertThat(cut.beta("mix", 2, 3, new Shape(4)).getFloat(3))
        .isEqualTo(all.beta("mix", 2, 3, new Shape(7)).getFloat(6));
  }

  @Test
  void draws_that_rows_share_are_the_same_in_every_chunk() {
    Draws cut = Chunk.of(group, 3).get(1).group().contexts().apply("main.encoder").draws();
    Draws all = whole.draws();
    assertThat(cut.uniform("mask", new Shape(1, 4)))
        .isEqualTo(all.uniform("mask", new Shape(1, 4)));
    assertThat(cut.uniform("rate", new Shape())).isEqualTo(all.uniform("rate", new Shape()));
    assertThat(cut.permutation("order", 4)).isEqualTo(all.permutation("order", 4));
    assertThat(cut.forSamples(new long[] {8}).uniform("x", new Shape(1)))
        .isEqualTo(all.forSamples(new long[] {8}).uniform("x", new Shape(1)));
  }

  private TaggedView view(String name, long rows) {
    return TaggedView.of(name, TensorView.of(manager.ones(new Shape(rows, 3))), Targets.NONE);
  }
}
