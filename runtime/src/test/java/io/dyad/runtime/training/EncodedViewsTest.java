package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Rows;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.Views;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Views encoded together and apart, selections and substitutions. */
class EncodedViewsTest {
  private static final Rows FIRST = Rows.of("view-1", "representation");
  private static final Rows SECOND = Rows.of("view-2", "representation");

  private FakeRun run = FakeRun.of();

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void views_encoded_in_one_call_are_split_where_they_were_joined() {
    EncodedViews encoded = encoded(view("view-1", 1, 2), view("view-2", 10, 3));
    assertThat(encoded.get(SECOND).toFloatArray()).containsExactly(15, 15, 15, 15, 15, 15);
    assertThat(encoded.get(FIRST).toFloatArray()).containsExactly(1.5f, 1.5f, 1.5f, 1.5f);
  }

  @Test
  void each_view_by_itself_gives_the_same_rows() {
    regroup("each");
    EncodedViews encoded = encoded(view("view-1", 1, 2), view("view-2", 10, 3));
    assertThat(encoded.get(FIRST).toFloatArray()).containsExactly(1.5f, 1.5f, 1.5f, 1.5f);
    assertThat(encoded.get(SECOND).getShape()).isEqualTo(new Shape(3, 2));
  }

  @Test
  void all_in_one_call_needs_views_that_stack() {
    regroup("all");
    NDArray wide = run.assembly().manager().ones(new Shape(2, 4));
    EncodedViews encoded =
        encoded(
            view("view-1", 1, 2),
            TaggedView.of("view-2", CompositeView.of("x", TensorView.of(wide)), Targets.NONE));
    assertThatThrownBy(() -> encoded.get(FIRST))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("networks.main.group = all", "[view-2]", "view-1");
  }

  @Test
  void what_a_network_made_is_remembered_until_it_moves() {
    EncodedViews encoded = encoded(view("view-1", 1, 2), view("view-2", 10, 3));
    NDArray before = encoded.get(FIRST);
    assertThat(encoded.get(FIRST)).isSameAs(before);
    encoded.forget(Set.of("main"));
    assertThat(encoded.get(FIRST)).isNotSameAs(before).isEqualTo(before);
  }

  @Test
  void a_substitution_is_seen_by_selections_and_not_by_the_original() {
    EncodedViews encoded = encoded(view("view-1", 1, 2), view("view-2", 10, 3));
    NDArray second = run.assembly().manager().create(new long[] {1});
    Substituted other = encoded.with(FIRST, matrix(1, 2, 3, 4));
    assertThat(other.get(FIRST).toFloatArray()).containsExactly(1, 2, 3, 4);
    assertThat(other.get(FIRST.at(second)).toFloatArray()).containsExactly(3, 4);
    assertThat(other.get(SECOND)).isEqualTo(encoded.get(SECOND));
    assertThat(encoded.get(FIRST).getFloat(0, 0)).isEqualTo(1.5f);
  }

  @Test
  void the_newest_substitution_counts() {
    EncodedViews encoded = encoded(view("view-1", 1, 2), view("view-2", 10, 3));
    Rows selected = FIRST.at(run.assembly().manager().create(new long[] {1}));
    Substituted both = encoded.with(selected, matrix(9, 9)).with(FIRST, matrix(1, 2, 3, 4));
    assertThat(both.get(selected).toFloatArray()).containsExactly(3, 4);
    Substituted turned = encoded.with(FIRST, matrix(1, 2, 3, 4)).with(selected, matrix(9, 9));
    assertThat(turned.get(selected).toFloatArray()).containsExactly(9, 9);
    assertThat(turned.get(FIRST).toFloatArray()).containsExactly(1, 2, 3, 4);
  }

  private void regroup(String group) {
    run.close();
    run =
        FakeRun.of(
            "encoder = null",
            "networks.main { encoder { use = linear, weight = 0.5 }, group = " + group + " }");
  }

  private NDArray matrix(float... values) {
    return run.assembly().manager().create(values, new Shape(values.length / 2, 2));
  }

  private TaggedView view(String name, float value, long rows) {
    NDArray values = run.assembly().manager().ones(new Shape(rows, 3)).mul(value);
    return TaggedView.of(name, TensorView.of(values), Targets.NONE);
  }

  private EncodedViews encoded(TaggedView... views) {
    Frame frame = run.assembly().frames().evaluation(run.assembly().manager());
    Batch batch = Batch.of(new long[] {0, 1}, views[0].view(), Targets.NONE);
    return new EncodedViews(
        batch, Views.of(List.of(views)), run.assembly(), frame.manager(), frame::step);
  }
}
