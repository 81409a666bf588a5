package io.dyad.contract;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.Draws;
import io.dyad.api.Evaluator;
import io.dyad.api.Targets;
import io.dyad.contract.harness.SampleData;
import io.dyad.contract.harness.Size;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import io.dyad.runtime.evaluation.RawInput;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the author of an evaluator declares, and how its contract makes one of that. */
abstract class EvaluatorDeclarations extends ProviderContract<Evaluator> {
  private static final int CLASSES = 3;
  private static final float SEPARATION = 4;

  /** Returns the figures in their order. */
  protected abstract List<ExpectedMetric> metrics();

  /**
   * Returns data that are easy to evaluate: by default three well separated classes of normal rows,
   * twice as many to train as to test.
   */
  protected SampleData data(Trial trial) {
    long tested = 3L * trial.size().batch();
    Map<String, Long> sizes = Map.of(Data.TRAIN, 2 * tested, Data.TEST, tested);
    return SampleData.of(sizes, (split, ids, context) -> samples(trial, split, ids));
  }

  private static Batch samples(Trial trial, String split, long[] ids) {
    Draws draws = trial.draws().at(split, 0).forSamples(ids);
    Shape shape = new Shape(ids.length, Math.max(CLASSES, trial.size().width()));
    NDArray labels = trial.harness().manager().create(ids).mod(CLASSES);
    NDArray centres =
        labels.oneHot((int) shape.get(1)).toType(DataType.FLOAT32, false).mul(SEPARATION);
    NDArray rows = draws.normal("rows", shape).add(centres);
    return Batch.of(ids, TensorView.of(rows), Targets.of(Targets.LABEL, labels));
  }

  /** Returns how many samples of each split are enough; one less is refused. */
  protected int leastSamples() {
    return 2;
  }

  /** Returns whether the figures do not depend on the order of samples. */
  protected boolean isIndependentOfOrder() {
    return true;
  }

  /** Returns whether labels are needed; data without them are then refused. */
  protected boolean needsLabels() {
    return true;
  }

  /** Returns whether a test split is needed; data without it are then refused. */
  protected boolean needsTestSplit() {
    return true;
  }

  /** Returns what is evaluated: by default the raw input. */
  protected io.dyad.runtime.evaluation.Subject evaluated(Trial trial) {
    return new RawInput();
  }

  @Override
  protected Size size() {
    return new Size(8, 6);
  }

  @Override
  protected Size least() {
    return new Size(4, CLASSES);
  }

  @Override
  protected void use(Subject<Evaluator> subject, Trial trial) {
    new EvaluatorCalls(trial, subject, evaluated(trial)).evaluate(data(trial));
  }

  final void each(Consumer<EvaluatorCalls> work) {
    check(
        DataType.FLOAT32,
        trial -> {
          try (Subject<Evaluator> subject = subject(trial)) {
            work.accept(new EvaluatorCalls(trial, subject, evaluated(trial)));
          }
        });
  }
}
