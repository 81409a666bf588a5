package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.DataException;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Metric;
import io.dyad.api.Needs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A linear classifier on frozen features of one split, whose samples a target or chance parts into
 * train, validation and test: the protocol of graphs, whose nodes are never apart.
 *
 * <p>For each partition and penalty a logistic regression is fitted on the training part, from the
 * strongest penalty to the weakest, each from the solution before; the penalty with the best
 * accuracy on the validation part counts (of equal ones the strongest), and is measured on the test
 * part. Over several partitions figures are means, with the deviation of a sample beside them.
 */
final class PartitionProbeEvaluator implements Evaluator {
  private final PartitionProbeOptions options;
  private final LogisticRegression regression;
  private final double[] penalties;

  PartitionProbeEvaluator(PartitionProbeOptions options, LogisticRegression regression) {
    this.options = options;
    this.regression = regression;
    double[] ascending =
        options.penalties().stream().mapToDouble(Number::doubleValue).sorted().toArray();
    penalties =
        IntStream.range(0, ascending.length)
            .mapToDouble(i -> ascending[ascending.length - 1 - i])
            .toArray();
  }

  /** What is chosen for a partition, and how it does. */
  private record Outcome(double validation, ClassFigures test) {}

  @Override
  public Needs needs() {
    Needs needs = Needs.NOTHING.target(options.label());
    for (String partition : options.given()) {
      needs = needs.target(partition);
    }
    return needs;
  }

  @Override
  public List<Metric> evaluate(Evaluation evaluation) {
    NDArray labels = evaluation.target(options.label(), options.split());
    List<Partition> partitions = partitions(evaluation, longs(labels));
    NDArray rows = Features.of(evaluation, options.output(), options.split());
    List<Outcome> outcomes = new ArrayList<>();
    for (Partition partition : partitions) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        outcomes.add(probe(rows, labels, partition));
      }
    }
    List<Metric> metrics = new ArrayList<>();
    add(metrics, "accuracy", outcomes, outcome -> outcome.test().accuracy());
    add(metrics, "macro-f1", outcomes, outcome -> outcome.test().macroF1());
    add(metrics, "auc", outcomes, outcome -> outcome.test().auc());
    if (chooses()) {
      add(metrics, "validation-accuracy", outcomes, Outcome::validation);
    }
    return metrics;
  }

  private boolean chooses() {
    return penalties.length > 1;
  }

  private List<Partition> partitions(Evaluation evaluation, long[] labels) {
    Stream<Partition> given =
        options.given().stream()
            .map(
                name ->
                    Partition.of(name, longs(evaluation.target(name, options.split())), labels));
    Stream<Partition> drawn =
        options.random().stream()
            .flatMap(
                random ->
                    IntStream.range(0, random.count())
                        .mapToObj(
                            i ->
                                Partition.random(
                                    "random " + i,
                                    random,
                                    labels,
                                    evaluation.draws().at("partition", i))));
    return Stream.concat(given, drawn).map(partition -> checked(partition, labels)).toList();
  }

  private Partition checked(Partition partition, long[] labels) {
    partition.complete(chooses());
    if (Arrays.stream(partition.test()).map(i -> labels[(int) i]).distinct().count() < 2) {
      throw new DataException(
          "all test samples of partition \"%s\" have the same %s; choose a partition with more, or other data"
              .formatted(partition.name(), options.label()));
    }
    return partition;
  }

  private Outcome probe(NDArray rows, NDArray labels, Partition partition) {
    NDManager manager = rows.getManager();
    NDArray own = manager.create(partition.train());
    ScaledRows fitted = regression.scaled(rows.get(own), options.scaling());
    NDArray fittedLabels = labels.get(own).toType(DataType.INT64, false);
    NDArray weights =
        regression.zeros(fitted, 1 + labels.max().toType(DataType.INT64, false).getLong());
    NDArray best = weights;
    double highest = -1;
    for (double penalty : penalties) {
      weights =
          regression.fit(fitted, fittedLabels, weights.duplicate(), penalty, options.iterations());
      double accuracy =
          chooses() ? figures(weights, fitted, rows, labels, partition.validation()).accuracy() : 0;
      if (accuracy > highest) {
        highest = accuracy;
        best = weights;
      }
    }
    return new Outcome(highest, figures(best, fitted, rows, labels, partition.test()));
  }

  private ClassFigures figures(
      NDArray weights, ScaledRows fitted, NDArray rows, NDArray labels, long[] part) {
    NDArray places = rows.getManager().create(part);
    NDArray scores = regression.logProbabilities(weights, fitted.of(rows.get(places)));
    int classes = Math.toIntExact(scores.getShape().get(1));
    double[] flat = scores.toDoubleArray();
    double[][] each = new double[part.length][];
    for (int i = 0; i < each.length; i++) {
      each[i] = Arrays.copyOfRange(flat, i * classes, (i + 1) * classes);
    }
    return ClassFigures.of(each, longs(labels.get(places)));
  }

  private static long[] longs(NDArray numbers) {
    return numbers.toType(DataType.INT64, false).toLongArray();
  }

  private static void add(
      List<Metric> metrics, String name, List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
    double[] values = outcomes.stream().mapToDouble(figure).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    metrics.add(Metric.of(name, mean, true, "fraction"));
    if (values.length > 1) {
      double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
      double deviation = Math.sqrt(squares / (values.length - 1));
      metrics.add(Metric.of(name + "-deviation", deviation, false, "fraction"));
    }
  }
}
