package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.DataException;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Kernels;
import io.dyad.api.Metric;
import io.dyad.api.Needs;
import io.dyad.runtime.evaluation.ClusteringOptions.Assign;
import io.dyad.toolkit.cluster.KMeans;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares the clusters of a split with its classes; samples of no known class are left out. */
final class ClusteringEvaluator implements Evaluator {
  private final ClusteringOptions options;
  private final KMeans clustering;

  ClusteringEvaluator(ClusteringOptions options, Kernels kernels) {
    this.options = options;
    clustering = new KMeans(kernels, options.starts(), options.iterations());
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.target(options.target());
  }

  @Override
  public List<Metric> evaluate(Evaluation evaluation) {
    LabelledRows labelled =
        LabelledRows.of(evaluation, options.output(), options.target(), options.split());
    NDArray rows = labelled.rows();
    NDArray labels = labelled.labels();
    int classes = Math.toIntExact(Features.classes(options.target(), labels, labels));
    long[] clusters = clusters(rows, classes, evaluation);
    ClusterAgreement agreement = new ClusterAgreement(clusters, labels.toLongArray());
    List<Metric> metrics = new ArrayList<>();
    metrics.add(fraction("all", agreement.accuracy(label -> true)));
    if (!options.knownClasses().isEmpty()) {
      Set<Long> known = new HashSet<>();
      options.knownClasses().forEach(number -> known.add(number.longValue()));
      metrics.add(fraction("old", among(agreement.accuracy(known::contains), "a known")));
      metrics.add(
          fraction("new", among(agreement.accuracy(label -> !known.contains(label)), "a new")));
    }
    metrics.add(fraction("nmi", agreement.normalizedMutualInformation()));
    metrics.add(Metric.of("ari", agreement.adjustedRandIndex(), true, "index"));
    return metrics;
  }

  private long[] clusters(NDArray rows, int classes, Evaluation evaluation) {
    if (options.assign() == Assign.LARGEST) {
      return rows.argMax(1).toType(DataType.INT64, false).toLongArray();
    }
    int wanted = options.clusters() == 0 ? classes : options.clusters();
    if (rows.size(0) < wanted) {
      throw new DataException(
          "split \"%s\" has %d samples, too few for %d clusters"
              .formatted(options.split(), rows.size(0), wanted));
    }
    return clustering
        .fit(Features.unit(rows), wanted, evaluation.draws().at("clustering", 0))
        .assignments();
  }

  private double among(double accuracy, String which) {
    if (Double.isNaN(accuracy)) {
      throw new DataException(
          "no sample of split \"%s\" is of %s class; known-classes is %s"
              .formatted(options.split(), which, options.knownClasses()));
    }
    return accuracy;
  }

  private static Metric fraction(String name, double value) {
    return Metric.of(name, value, true, "fraction");
  }
}
