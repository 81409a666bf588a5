package io.dyad.contract;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.Mode;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.SampleData;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import io.dyad.toolkit.view.TensorView;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** What the author of an encoder declares, and how its contract makes encoders of that. */
abstract class EncoderDeclarations extends ProviderContract<Encoder> {
  private static final long SAMPLES = 16;

  /** Returns the shape of one sample; {@code width} is that of {@link #size}. */
  protected Shape sample(int width) {
    return new Shape(width);
  }

  /** Returns a view of the kind the encoder takes, each row by its id alone. */
  protected View view(Trial trial, long... ids) {
    Shape shape = new Shape(ids.length).addAll(sample(trial.size().width()));
    NDArray values = trial.draws().forSamples(ids).normal("view", shape);
    return TensorView.of(values.toType(trial.harness().setup().dataType(), false));
  }

  /** Returns the names of the outputs. */
  protected Set<String> outputs() {
    return Set.of(Embeddings.REPRESENTATION);
  }

  /** Returns whether the encoder computes in float64. */
  protected boolean runsInFloat64() {
    return true;
  }

  /** Returns whether something is trained. */
  protected boolean hasParameters() {
    return true;
  }

  /** Returns whether a parameter gets a gradient from a random input at the start of training. */
  protected boolean getsGradient(String parameter) {
    return true;
  }

  /** Returns whether the value is smooth in a parameter at the start of training. */
  protected boolean isSmooth(String parameter) {
    return true;
  }

  /** Returns whether a row does not depend on the others; batch statistics make it depend. */
  protected boolean rowsAreIndependent(Mode mode) {
    return true;
  }

  /** Returns whether training draws nothing; dropout draws. */
  protected boolean isDeterministicInTraining() {
    return true;
  }

  @Override
  protected void prepare(HarnessSetup setup, Trial trial) {
    setup.with(view(trial, 0, 1));
  }

  @Override
  protected void use(Subject<Encoder> subject, Trial trial) {
    Encodings calls = calls(trial, subject);
    calls.outputs(calls.batch(), Mode.TRAIN);
  }

  /** What a check does with an encoder and its calls. */
  interface Work {
    void run(Encodings calls);
  }

  final void each(Work work) {
    each(runsInFloat64() ? DataType.FLOAT64 : DataType.FLOAT32, work);
  }

  final void each(DataType type, Work work) {
    check(
        type,
        trial -> {
          try (Subject<Encoder> subject = subject(trial)) {
            work.run(calls(trial, subject));
          }
        });
  }

  /** Returns calls of an encoder after its first look at the data. */
  final Encodings calls(Trial trial, Subject<Encoder> subject) {
    Data data =
        SampleData.of(
            Map.of(Data.TRAIN, SAMPLES),
            (split, ids, context) -> Batch.of(ids, view(trial, ids), Targets.NONE));
    subject.each(part -> part.start(data, trial.context(0)));
    return new Encodings(trial, subject, view(trial, ids(0, rows(trial, subject))));
  }

  static int rows(Trial trial, Subject<Encoder> subject) {
    return Math.max(trial.size().batch(), subject.needs().batch());
  }

  static long[] ids(int from, int to) {
    return LongStream.range(from, to).toArray();
  }
}
