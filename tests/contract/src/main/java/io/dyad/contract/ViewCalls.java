package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Mode;
import io.dyad.api.SliceableView;
import io.dyad.api.StackableView;
import io.dyad.api.TaggedView;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.contract.check.NotANumber;
import io.dyad.contract.check.Numbers;
import io.dyad.contract.check.RowComparison;
import io.dyad.contract.check.Snapshot;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.NoDraws;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls of a view generator under test, and readings of what it gave. */
record ViewCalls(Trial trial, Subject<ViewGenerator> subject) {
  Views generate(Batch batch, long step) {
    return subject.component().generate(batch, trial.context(step));
  }

  /** Returns the plain view, made without draws. */
  View plain(Batch batch) {
    Context quiet = trial.context(0).with(Mode.EVALUATE).with(NoDraws.during("the plain view"));
    return subject.component().plain(batch, quiet);
  }

  /** Returns the views to the bit. */
  Snapshot bits(Batch batch, long step) {
    return Snapshot.of(arrays(generate(batch, step)));
  }

  /** Runs a step as training does, and returns its views to the bit. */
  Snapshot step(Batch batch, long step) {
    HarnessContext context = trial.context(step);
    subject.each(part -> part.beforeStep(context));
    Snapshot views = Snapshot.of(arrays(subject.component().generate(batch, context)));
    subject.each(part -> part.afterStep(context));
    return views;
  }

  /** Returns the arrays of all views by view and position. */
  static Map<String, NDArray> arrays(Views views) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    for (TaggedView view : views.all()) {
      NDList tensors = view.view().tensors();
      for (int i = 0; i < tensors.size(); i++) {
        arrays.put(view.name() + " array " + i, tensors.get(i));
      }
    }
    return arrays;
  }

  /** Returns what a batch holds to the bit, targets included. */
  static Snapshot bits(Batch batch) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    for (NDArray array : batch.samples().tensors()) {
      arrays.put("samples " + arrays.size(), array);
    }
    batch
        .targets()
        .names()
        .forEach(name -> arrays.put("target " + name, batch.targets().get(name)));
    return Snapshot.of(arrays);
  }

  void assertSample(String name, View view, Shape sample, long samples) {
    Shape shape = view.tensors().get(0).getShape();
    assertThat(shape.slice(1)).as("one sample of %s", name).isEqualTo(sample);
    assertThat(rows(view)).as("rows of %s", name).isEqualTo(samples);
  }

  /** Fails unless each view has the targets of the batch, a row a sample. */
  void assertTargets(Batch batch, boolean kept) {
    boolean same = true;
    for (TaggedView view : generate(batch, 0).all()) {
      assertThat(view.targets().names())
          .as("targets of %s", view.name())
          .isEqualTo(batch.targets().names());
      for (String name : batch.targets().names()) {
        NDArray target = view.targets().get(name);
        assertThat(target.getShape().get(0))
            .as("length of target %s of %s", name, view.name())
            .isEqualTo(rows(view.view()));
        same &= sameBits(target, batch.targets().get(name));
      }
    }
    assertThat(same).as("views have the targets of the batch").isEqualTo(kept);
  }

  /** Returns whether two views of the first step that have one shape are different. */
  boolean viewsDiffer(Batch batch) {
    List<TaggedView> views = generate(batch, 0).all();
    for (TaggedView one : views) {
      for (TaggedView other : views) {
        if (one != other
            && one.tags().equals(other.tags())
            && sameBits(one.view().tensors().get(0), other.view().tensors().get(0))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Returns whether the rows of some samples are the same in a smaller batch in another order. An
   * array of a view that cannot be cut, such as the edges of a graph, may be the same as a whole.
   */
  static boolean sameRows(View together, View apart, int... rows) {
    NDArray index = together.tensors().get(0).getManager().create(rows);
    boolean whole = !(together instanceof SliceableView view && view.slices());
    for (int i = 0; i < together.tensors().size(); i++) {
      NDArray all = together.tensors().get(i);
      NDArray some = apart.tensors().get(i);
      if (!(whole && sameBits(all, some)) && !RowComparison.equalApart(all.get(index), some)) {
        return false;
      }
    }
    return true;
  }

  static void assertWithin(String name, View view, double lowest, double highest) {
    for (NDArray array : view.tensors()) {
      NotANumber.assertFinite(name, array);
      assertThat(Arrays.stream(Numbers.of(array)).min().orElse(lowest))
          .as("lowest value of %s", name)
          .isGreaterThanOrEqualTo(lowest);
      assertThat(Arrays.stream(Numbers.of(array)).max().orElse(highest))
          .as("highest value of %s", name)
          .isLessThanOrEqualTo(highest);
    }
  }

  private static long rows(View view) {
    return view instanceof StackableView stackable
        ? stackable.rows()
        : view.tensors().get(0).getShape().get(0);
  }

  private static boolean sameBits(NDArray one, NDArray other) {
    return Snapshot.of(List.of(one)).differences(Snapshot.of(List.of(other))).isEmpty();
  }
}
