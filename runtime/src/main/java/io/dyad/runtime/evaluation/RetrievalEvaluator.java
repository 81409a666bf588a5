package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.DataException;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.Metric;
import io.dyad.api.Needs;
import java.util.ArrayList;
import java.util.List;

/**
 * How many of the nearest samples are relevant. R is the number of relevant samples in the bank;
 * queries without any are left out.
 */
final class RetrievalEvaluator implements Evaluator {
  private final RetrievalOptions options;
  private final NearestNeighbours search;
  private final Kernel kernel;

  RetrievalEvaluator(RetrievalOptions options, Kernels kernels) {
    this.options = options;
    search = new NearestNeighbours(kernels);
    kernel = kernels.resource(RetrievalEvaluator.class, "retrieval");
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.target(options.relevant());
  }

  @Override
  public List<Metric> evaluate(Evaluation evaluation) {
    NDArray bank = Features.of(evaluation, options.output(), options.bank());
    NDArray queries = Features.of(evaluation, options.output(), options.query());
    NDArray bankGroups = groups(evaluation, options.bank());
    NDArray groups = groups(evaluation, options.query());
    boolean own = options.bank().equals(options.query());
    NDArray relevant = relevant(bankGroups, groups, own);
    long searching = relevant.gt(0).sum().getLong();
    if (searching == 0) {
      throw new DataException(
          "no sample of split \"%s\" has a relevant one in split \"%s\": none shares its \"%s\""
              .formatted(options.query(), options.bank(), options.relevant()));
    }
    long[] depths = options.k().stream().mapToLong(Integer::longValue).toArray();
    double[] sums = new double[depths.length + 2];
    long deepest =
        Math.max(relevant.max().getLong(), options.k().stream().mapToInt(k -> k).max().orElse(1));
    search.visit(
        bank,
        queries,
        NearestNeighbours.zero(bank),
        own ? deepest + 1 : deepest,
        (first, found) -> {
          long to = first + found.places().getShape().get(0);
          NDIndex rows = new NDIndex("{}:{}", first, to);
          NDArray places =
              own
                  ? search.without(found, bank.getManager().arange((int) first, (int) to)).places()
                  : found.places();
          double[] more =
              kernel
                  .call("scores", bankGroups, groups.get(rows), places, relevant.get(rows), depths)
                  .singletonOrThrow()
                  .toDoubleArray();
          for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
          }
        });
    return metrics(sums, searching);
  }

  private List<Metric> metrics(double[] sums, long queries) {
    List<Metric> metrics = new ArrayList<>();
    for (int i = 0; i < options.k().size(); i++) {
      metrics.add(fraction("recall-at-" + options.k().get(i), sums[i] / queries));
    }
    metrics.add(fraction("map-at-r", sums[sums.length - 2] / queries));
    metrics.add(fraction("precision-at-1", sums[sums.length - 1] / queries));
    return metrics;
  }

  private static Metric fraction(String name, double value) {
    return Metric.of(name, value, true, "fraction");
  }

  private NDArray relevant(NDArray bank, NDArray queries, boolean own) {
    NDArray counts = kernel.call("relevant", bank, queries).singletonOrThrow();
    return own ? counts.sub(1L) : counts;
  }

  private NDArray groups(Evaluation evaluation, String split) {
    NDArray groups = evaluation.target(options.relevant(), split);
    if (groups.min().getLong() < 0) {
      throw new DataException(
          "retrieval needs the \"%s\" of every sample; some of split \"%s\" are unknown (-1)"
              .formatted(options.relevant(), split));
    }
    return groups;
  }
}
