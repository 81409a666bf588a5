package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.Embeddings;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Metric;
import io.dyad.api.Mode;
import io.dyad.api.Targets;
import io.dyad.contract.check.ManagedArrays;
import io.dyad.contract.check.Snapshot;
import io.dyad.contract.harness.SampleData;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import io.dyad.runtime.evaluation.EvaluationRun;
import io.dyad.runtime.kernel.GradientMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls of an evaluator under test, without gradients.
 *
 * @param evaluated the network that it measures
 */
record EvaluatorCalls(
    Trial trial, Subject<Evaluator> subject, io.dyad.runtime.evaluation.Subject evaluated) {
  List<Metric> evaluate(Data data) {
    return evaluate(evaluation(data, trial.harness().manager()));
  }

  private List<Metric> evaluate(Evaluation evaluation) {
    try (GradientMode ignored = GradientMode.disabled()) {
      return subject.component().evaluate(evaluation);
    }
  }

  private Evaluation evaluation(Data data, NDManager manager) {
    return new EvaluationRun(
        data, evaluated, owner -> trial.context(0, owner).with(Mode.EVALUATE), manager);
  }

  /** Returns the figures by name. */
  Map<String, Double> figures(Data data) {
    Map<String, Double> figures = new TreeMap<>();
    evaluate(data).forEach(metric -> figures.put(metric.name(), metric.value()));
    return figures;
  }

  void assertDataUntouched(Data data) {
    Evaluation evaluation = evaluation(data, trial.harness().manager());
    Snapshot before = Snapshot.of(seen(evaluation));
    evaluate(evaluation);
    assertThat(before.differences(Snapshot.of(seen(evaluation))))
        .as("changed by the evaluator")
        .isEmpty();
  }

  private static Map<String, NDArray> seen(Evaluation evaluation) {
    Map<String, NDArray> seen = new LinkedHashMap<>();
    for (String split : evaluation.data().splits()) {
      seen.put("rows of " + split, evaluation.embed(Embeddings.REPRESENTATION, split));
      seen.put("labels of " + split, evaluation.target(Targets.LABEL, split));
    }
    return seen;
  }

  void assertNoArrayLeft(Data data) {
    ManagedArrays.assertFlat(
        trial.harness().manager(), (step, manager) -> evaluate(evaluation(data, manager)));
  }

  /** Returns data whose labels have nothing to do with the samples. */
  static SampleData withRandomLabels(SampleData data, Trial trial) {
    return data.each(
        batch -> {
          NDArray random =
              trial.draws().forSamples(batch.ids()).integers("labels", 3, labels(batch).getShape());
          return relabelled(batch, random);
        });
  }

  /** Returns data in which no class is known. */
  static SampleData withUnknownLabels(SampleData data) {
    return data.each(batch -> relabelled(batch, labels(batch).zerosLike().sub(1L)));
  }

  /** Returns data without labels. */
  static SampleData withoutLabels(SampleData data) {
    return data.each(batch -> Batch.of(batch.ids(), batch.samples(), Targets.NONE));
  }

  private static Batch relabelled(Batch batch, NDArray labels) {
    return Batch.of(batch.ids(), batch.samples(), batch.targets().with(Targets.LABEL, labels));
  }

  private static NDArray labels(Batch batch) {
    return batch.targets().get(Targets.LABEL);
  }
}
