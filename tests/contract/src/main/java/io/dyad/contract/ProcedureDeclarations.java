package io.dyad.contract;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.Metric;
import io.dyad.api.Parameters;
import io.dyad.api.Procedure;
import io.dyad.api.Targets;
import io.dyad.contract.harness.SampleData;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import io.dyad.toolkit.view.TensorView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** What the author of a procedure declares, and how its contract makes one of that. */
abstract class ProcedureDeclarations extends ProviderContract<Procedure> {
  private static final long SAMPLES = 12;

  /** Returns the phases that its steps optimise; the configuration has to define them. */
  protected Set<String> phases() {
    return Set.of("main");
  }

  /** Returns how many stages there are at most. */
  protected int mostStages() {
    return 32;
  }

  /** Returns what there is to be trained, by group and name. */
  protected Parameters parameters(Trial trial) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    arrays.put("layer1.weight", trial.normal("layer1", 4, 4));
    arrays.put("layer1.bias", trial.normal("bias", 4));
    return Parameters.NONE.with("main.encoder.main", arrays);
  }

  /** Returns what every evaluator gives that the procedure asks for. */
  protected List<Metric> figures() {
    return List.of(Metric.of("top1", 0.5, true, "fraction"));
  }

  /** Returns the batch of a step. */
  protected Batch batch(Trial trial, long step) {
    int size = trial.size().batch();
    return samples(trial, LongStream.range(step * size, (step + 1) * size).toArray());
  }

  private static Batch samples(Trial trial, long... ids) {
    NDArray labels = trial.harness().manager().create(ids).mod(2);
    NDArray rows = trial.normal("samples", ids.length, trial.size().width());
    return Batch.of(ids, TensorView.of(rows), Targets.of(Targets.LABEL, labels));
  }

  @Override
  protected void use(Subject<Procedure> subject, Trial trial) {
    new ProcedureRun(this, trial, started(subject, trial)).toTheEnd();
  }

  final void each(Consumer<ProcedureRun> work) {
    check(
        DataType.FLOAT32,
        trial -> {
          try (Subject<Procedure> subject = started(subject(trial), trial)) {
            work.accept(new ProcedureRun(this, trial, subject));
          }
        });
  }

  /** Returns the procedure after its first look at the data. */
  final Subject<Procedure> started(Subject<Procedure> subject, Trial trial) {
    Data data =
        SampleData.of(Map.of(Data.TRAIN, SAMPLES), (split, ids, context) -> samples(trial, ids));
    subject.each(part -> part.start(data, trial.context(0)));
    return subject;
  }
}
