package io.dyad.contrast.classification;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Needs;
import io.dyad.api.Targets;
import io.dyad.contract.LossContract;
import io.dyad.contract.Symmetry;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Trial;
import java.util.Set;
import java.util.stream.LongStream;

class ClassificationContractTest extends LossContract {
  @Override
  protected ClassificationProvider provider() {
    return new ClassificationProvider();
  }

  /** As many classes as a row is wide. */
  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    SampleRows views = SampleRows.random(trial, needs, step);
    long[] labels =
        LongStream.range(0, trial.size().batch()).map(i -> i % trial.size().width()).toArray();
    NDArray classes = trial.harness().manager().create(labels);
    return SampleRows.of(views.rows(), Targets.of(Targets.LABEL, classes));
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.LENGTH_OF_ROWS);
  }
}
