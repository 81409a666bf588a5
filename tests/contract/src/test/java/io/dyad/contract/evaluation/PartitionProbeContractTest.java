package io.dyad.contract.evaluation;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import io.dyad.contract.harness.SampleData;
import io.dyad.contract.harness.Trial;
import io.dyad.runtime.evaluation.PartitionProbeProvider;
import java.util.List;

/**
 * Parts follow each other by sample: train, validation, test, test. So four samples are the least,
 * of which the last two are of different classes.
 */
class PartitionProbeContractTest extends EvaluatorContract {
  @Override
  protected PartitionProbeProvider provider() {
    return new PartitionProbeProvider();
  }

  @Override
  protected String options() {
    return "partition = part, penalties = [1, 0.1]";
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return List.of(
        ExpectedMetric.fraction("accuracy"),
        ExpectedMetric.fraction("macro-f1"),
        ExpectedMetric.fraction("auc"),
        ExpectedMetric.fraction("validation-accuracy"));
  }

  @Override
  protected SampleData data(Trial trial) {
    return super.data(trial)
        .each(
            batch -> {
              NDArray parts = trial.harness().manager().create(batch.ids()).mod(4).minimum(2);
              return Batch.of(batch.ids(), batch.samples(), batch.targets().with("part", parts));
            });
  }

  @Override
  protected int leastSamples() {
    return 4;
  }

  @Override
  protected boolean needsTestSplit() {
    return false;
  }
}
