package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.DataException;
import io.dyad.api.DyadException;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.Mode;
import io.dyad.api.NumericException;
import io.dyad.api.StackableView;
import io.dyad.api.View;
import io.dyad.contract.check.ManagedArrays;
import io.dyad.contract.check.NotANumber;
import io.dyad.contract.check.RowComparison;
import io.dyad.contract.check.Slope;
import io.dyad.contract.check.Snapshot;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Calls of an encoder under test, and readings of what it gave.
 *
 * @param batch as many rows as training takes
 */
record Encodings(Trial trial, Subject<Encoder> subject, View batch) {
  static final List<Mode> MODES = List.of(Mode.EVALUATE, Mode.TRAIN);
  private static final double DOUBLE_TOLERANCE = 1e-4;
  private static final double SINGLE_TOLERANCE = 5e-2;

  /** Returns the outputs in the order of their names. */
  Map<String, NDArray> outputs(View view, Mode mode) {
    return outputs(view, mode, 0);
  }

  private Embeddings encode(View view, Mode mode, long step) {
    return subject.component().encode(view, trial.context(step).with(mode));
  }

  private Map<String, NDArray> outputs(View view, Mode mode, long step) {
    Embeddings embeddings = encode(view, mode, step);
    Map<String, NDArray> outputs = new TreeMap<>();
    embeddings.names().forEach(name -> outputs.put(name, embeddings.get(name)));
    return outputs;
  }

  /** Returns the outputs to the bit. */
  Snapshot bits(View view, Mode mode) {
    return Snapshot.of(outputs(view, mode));
  }

  /** Runs a step of training around one encoding, and returns its outputs to the bit. */
  Snapshot step(View view, long step) {
    HarnessContext context = trial.context(step);
    subject.each(part -> part.beforeStep(context));
    Snapshot outputs = Snapshot.of(outputs(view, Mode.TRAIN, step));
    subject.each(part -> part.afterStep(context));
    return outputs;
  }

  /** Fails unless another encoder gives the same in evaluation and in the next step. */
  void assertSameNextStep(Encodings resumed) {
    assertThat(bits(batch, Mode.EVALUATE).differences(resumed.bits(batch, Mode.EVALUATE)))
        .as("different in evaluation after a resume")
        .isEmpty();
    assertThat(step(batch, 2).differences(resumed.step(batch, 2)))
        .as("different in the step after a resume")
        .isEmpty();
  }

  /** Returns parameters and state to the bit. */
  Snapshot memory() {
    Map<String, NDArray> all = new LinkedHashMap<>(subject.parameters());
    all.putAll(subject.state());
    return Snapshot.of(all);
  }

  /** Returns whether the outputs of training depend on the draws. */
  boolean drawsInTraining() {
    Snapshot first = Snapshot.of(outputs(batch, Mode.TRAIN, 0));
    return !first.differences(Snapshot.of(outputs(batch, Mode.TRAIN, 1))).isEmpty();
  }

  /** Returns for each parameter whether a gradient reaches it. */
  Map<String, Boolean> reached() {
    Map<String, NDArray> parameters = subject.parameters();
    Map<String, Boolean> reached = new LinkedHashMap<>();
    if (parameters.isEmpty()) {
      return reached;
    }
    NDArray[] arrays = parameters.values().toArray(new NDArray[0]);
    NDList gradients = trial.harness().gradients(scalar(Mode.TRAIN), arrays);
    int i = 0;
    for (String name : parameters.keySet()) {
      reached.put(name, number(gradients.get(i++).abs().sum()) > 0);
    }
    return reached;
  }

  /** Returns whether two halves encoded apart are the whole, in every output. */
  boolean equalHalves(View whole, View first, View second, Mode mode) {
    Embeddings one = encode(first, mode, 0);
    Embeddings other = encode(second, mode, 0);
    Embeddings together = encode(whole, mode, 0);
    return together.names().stream()
        .allMatch(
            name -> RowComparison.equalApart(together.get(name), one.get(name), other.get(name)));
  }

  void assertFinite() {
    for (Mode mode : MODES) {
      outputs(batch, mode)
          .forEach((name, output) -> NotANumber.assertFinite(name + " in " + mode, output));
    }
  }

  void assertViewUntouched() {
    Snapshot before = Snapshot.of(batch.tensors());
    for (Mode mode : MODES) {
      outputs(batch, mode);
      assertThat(before.differences(Snapshot.of(batch.tensors())))
          .as("arrays of the view changed in %s", mode)
          .isEmpty();
    }
  }

  void assertRows(View view, long given) {
    long rows = view instanceof StackableView stackable ? stackable.rows() : given;
    outputs(view, Mode.EVALUATE)
        .forEach(
            (name, output) -> {
              assertThat(output.getShape().dimension()).as("axes of %s", name).isPositive();
              assertThat(output.getShape().get(0)).as("rows of %s", name).isEqualTo(rows);
            });
  }

  void assertType(DataType type) {
    subject
        .parameters()
        .forEach((name, array) -> assertThat(array.getDataType()).as(name).isEqualTo(type));
    outputs(batch, Mode.TRAIN)
        .forEach(
            (name, output) -> {
              assertThat(output.getDataType()).as("type of %s", name).isEqualTo(type);
              assertThat(output.getDevice())
                  .as("device of %s", name)
                  .isEqualTo(trial.harness().manager().getDevice());
            });
  }

  /** Compares gradients with central differences along one direction an array. */
  void assertGradients(Mode mode, Predicate<String> smooth) {
    Map<String, NDArray> moved = new LinkedHashMap<>(subject.parameters());
    floating(batch).forEach(array -> moved.put("the view's array " + moved.size(), array));
    moved.values().forEach(array -> array.setRequiresGradient(true));
    NDArray[] arrays = moved.values().toArray(new NDArray[0]);
    NDList gradients = trial.harness().gradients(scalar(mode), arrays);
    moved.values().forEach(array -> array.setRequiresGradient(false));
    int i = 0;
    for (Map.Entry<String, NDArray> entry : moved.entrySet()) {
      NDArray at = entry.getValue();
      NDArray direction = direction(entry.getKey(), at);
      double error = Slope.error(() -> scalar(mode), at, gradients.get(i++), direction);
      double tolerance = at.getDataType() == DataType.FLOAT64 ? DOUBLE_TOLERANCE : SINGLE_TOLERANCE;
      assertThat(error < tolerance)
          .as(
              "the gradient with respect to %s in %s is right; error %s",
              entry.getKey(), mode, error)
          .isEqualTo(smooth.test(entry.getKey()));
    }
  }

  void assertFiniteOrRefused(View view, Mode mode) {
    try {
      outputs(view, mode).forEach(NotANumber::assertFinite);
    } catch (DyadException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }

  void assertBrokenOrRefused(View view) {
    try {
      NDArray representation = encode(view, Mode.EVALUATE, 0).get(Embeddings.REPRESENTATION);
      assertThat(NotANumber.countIn(representation))
          .as("numbers that are not finite, from a row of NaN")
          .isPositive();
    } catch (DyadException refused) {
      assertThat(refused).isInstanceOfAny(NumericException.class, DataException.class);
    }
  }

  void assertNoArrayLeft() {
    for (Mode mode : MODES) {
      ManagedArrays.assertFlat(
          trial.harness().manager(),
          (step, manager) ->
              subject.component().encode(batch, trial.context(step, manager).with(mode)));
    }
  }

  /** Returns the floating-point arrays of a view, which gradients reach. */
  static List<NDArray> floating(View view) {
    return view.tensors().stream().filter(array -> array.getDataType().isFloating()).toList();
  }

  /** Returns a scalar that every output takes part in, each with weights of its own. */
  private NDArray scalar(Mode mode) {
    return outputs(batch, mode).entrySet().stream()
        .map(out -> out.getValue().mul(direction(out.getKey(), out.getValue())).sum())
        .reduce(NDArray::add)
        .orElseThrow();
  }

  private NDArray direction(String name, NDArray like) {
    return trial
        .draws()
        .normal("direction of " + name, like.getShape())
        .toType(like.getDataType(), false);
  }

  private static double number(NDArray scalar) {
    return scalar.toType(DataType.FLOAT64, true).getDouble();
  }
}
