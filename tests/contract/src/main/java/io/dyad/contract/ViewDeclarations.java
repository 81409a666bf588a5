package io.dyad.contract;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.Targets;
import io.dyad.api.ViewGenerator;
import io.dyad.contract.harness.SampleData;
import io.dyad.contract.harness.Size;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

/** What the author of a view generator declares, and how its contract makes one of that. */
abstract class ViewDeclarations extends ProviderContract<ViewGenerator> {
  private static final long SAMPLES = 16;

  /** Returns the views in their order; {@code width} is that of {@link #size}. */
  protected abstract List<ExpectedView> views(int width);

  /** Returns the shape of one sample of the plain view: by default that of the first view. */
  protected Shape plain(int width) {
    return views(width).get(0).sample();
  }

  /** Returns the shape of one sample of the batch. */
  protected Shape sample(int width) {
    return new Shape(3, width, width);
  }

  /**
   * Returns a batch of the kind the generator takes, each row by its id alone: by default 8-bit
   * images with labels.
   */
  protected Batch batch(Trial trial, long... ids) {
    Shape shape = new Shape(ids.length).addAll(sample(trial.size().width()));
    NDArray values = trial.draws().forSamples(ids).integers("samples", 256, shape);
    NDArray labels = trial.harness().manager().create(ids).mod(3);
    return Batch.of(
        ids,
        TensorView.of(values.toType(DataType.UINT8, false)),
        Targets.of(Targets.LABEL, labels));
  }

  /** Returns whether views differ from step to step and from each other. */
  protected boolean isRandom() {
    return true;
  }

  /** Returns whether a sample's views do not depend on the rest of the batch; mixing makes them. */
  protected boolean samplesAreIndependent() {
    return true;
  }

  /** Returns whether views carry the targets of the batch unchanged. */
  protected boolean keepsTargets() {
    return true;
  }

  /** Returns the lowest value that a view may hold. */
  protected double lowest() {
    return Double.NEGATIVE_INFINITY;
  }

  /** Returns the highest value that a view may hold. */
  protected double highest() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  protected Size size() {
    return new Size(6, 12);
  }

  @Override
  protected Size least() {
    return new Size(1, 4);
  }

  @Override
  protected void use(Subject<ViewGenerator> subject, Trial trial) {
    new ViewCalls(trial, started(subject, trial)).generate(batch(trial, ids(trial)), 0);
  }

  /** Views are made in float32 whatever the type of the parameters. */
  final void each(BiConsumer<ViewCalls, Batch> work) {
    check(
        DataType.FLOAT32,
        trial -> {
          try (Subject<ViewGenerator> subject = started(subject(trial), trial)) {
            work.accept(new ViewCalls(trial, subject), batch(trial, ids(trial)));
          }
        });
  }

  /** Returns the generator after its first look at the data. */
  final Subject<ViewGenerator> started(Subject<ViewGenerator> subject, Trial trial) {
    Data data =
        SampleData.of(Map.of(Data.TRAIN, SAMPLES), (split, ids, context) -> batch(trial, ids));
    subject.each(part -> part.start(data, trial.context(0)));
    return subject;
  }

  static long[] ids(Trial trial) {
    return LongStream.range(0, trial.size().batch()).toArray();
  }
}
