package io.dyad.contract.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.Targets;
import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import io.dyad.contract.harness.SampleData;
import io.dyad.contract.harness.Trial;
import io.dyad.runtime.evaluation.PartitionProbeProvider;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Map;

/** The first four samples are of four classes, so that any two that are tested differ. */
class RandomPartitionProbeContractTest extends EvaluatorContract {
  private static final int CLASSES = 4;

  @Override
  protected PartitionProbeProvider provider() {
    return new PartitionProbeProvider();
  }

  @Override
  protected String options() {
    return "random { train = 0.3, validation = 0.2, count = 3 }, penalties = [1, 0.1]";
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return List.of(
        ExpectedMetric.fraction("accuracy"),
        deviation("accuracy"),
        ExpectedMetric.fraction("macro-f1"),
        deviation("macro-f1"),
        ExpectedMetric.fraction("auc"),
        deviation("auc"),
        ExpectedMetric.fraction("validation-accuracy"),
        deviation("validation-accuracy"));
  }

  private static ExpectedMetric deviation(String name) {
    return new ExpectedMetric(name + "-deviation", "fraction", false, 0, 1);
  }

  @Override
  protected SampleData data(Trial trial) {
    return SampleData.of(
        Map.of(Data.TRAIN, 40L),
        (split, ids, context) -> {
          NDArray labels = trial.harness().manager().create(ids).mod(CLASSES);
          NDArray centres = labels.oneHot(CLASSES, DataType.FLOAT32).mul(20);
          NDArray noise =
              trial.draws().forSamples(ids).normal("rows", new Shape(ids.length, CLASSES));
          return Batch.of(
              ids, TensorView.of(centres.add(noise)), Targets.of(Targets.LABEL, labels));
        });
  }

  @Override
  protected int leastSamples() {
    return 4;
  }

  @Override
  protected boolean isIndependentOfOrder() {
    return false;
  }

  @Override
  protected boolean needsTestSplit() {
    return false;
  }
}
