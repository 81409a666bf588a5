package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Metric;
import io.dyad.api.Setup;
import io.dyad.api.Targets;
import io.dyad.contract.ExpectedMetric;
import java.util.List;
import java.util.stream.LongStream;

/** Evaluators that do one thing wrong. */
enum WrongEvaluator implements EvaluatorMistake {
  NO_UNIT("gives a figure without a unit", "gives_the_declared_figures_with_unit_and_direction") {
    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean() {
        @Override
        Metric metric(double value) {
          return Metric.of("top1", value, true, "");
        }
      };
    }
  },
  PERCENT("gives per cent where it declares a fraction", "stays_in_range") {
    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean() {
        @Override
        double figure(double accuracy, long[] labels, NDArray rows, Evaluation evaluation) {
          return 100 * accuracy;
        }
      };
    }
  },
  WRONG_DIRECTION("says that a lower accuracy is better", "is_better_for_data_that_are_easier") {
    @Override
    public List<ExpectedMetric> metrics() {
      return List.of(new ExpectedMetric("top1", "fraction", false, 0, 1));
    }

    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean() {
        @Override
        Metric metric(double value) {
          return Metric.of("top1", value, false, "fraction");
        }
      };
    }
  },
  THREAD_COUNTS("depends on the thread that calls it", "repeats_with_the_same_seed_on_any_thread") {
    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean() {
        @Override
        double figure(double accuracy, long[] labels, NDArray rows, Evaluation evaluation) {
          return accuracy / Thread.currentThread().getName().length();
        }
      };
    }
  },
  FIRST_COUNTS(
      "depends on which sample comes first", "depends_on_the_order_of_samples_only_if_declared") {
    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean() {
        @Override
        double figure(double accuracy, long[] labels, NDArray rows, Evaluation evaluation) {
          return accuracy / (1 + labels[0]);
        }
      };
    }
  },
  DECLARED_ORDER(
      "declares that the order of samples counts, but it does not",
      "depends_on_the_order_of_samples_only_if_declared") {
    @Override
    public boolean isIndependentOfOrder() {
      return false;
    }

    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean();
    }
  },
  ROWS_CHANGED("scales the rows in place", "leaves_rows_and_labels_untouched") {
    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean() {
        @Override
        double figure(double accuracy, long[] labels, NDArray rows, Evaluation evaluation) {
          rows.muli(2);
          return accuracy;
        }
      };
    }
  },
  ARRAYS_KEPT("keeps an array of every evaluation and lets none go", "leaves_no_array_behind") {
    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean() {
        @Override
        double figure(double accuracy, long[] labels, NDArray rows, Evaluation evaluation) {
          evaluation.keep(rows.duplicate());
          return accuracy;
        }
      };
    }
  },
  DECLARED_MORE(
      "declares to need more samples than it does",
      "takes_the_least_number_of_samples_and_refuses_fewer_by_name") {
    @Override
    public int leastSamples() {
      return 3;
    }

    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean();
    }
  },
  TRAINED_ON(
      "takes the training split where there is no other",
      "refuses_data_without_a_test_split_if_it_needs_one") {
    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean() {
        @Override
        String tested(Evaluation evaluation) {
          return evaluation.data().splits().contains(Data.TEST) ? Data.TEST : Data.TRAIN;
        }
      };
    }
  },
  DECLARED_UNTESTED(
      "declares to need no test split, but does",
      "refuses_data_without_a_test_split_if_it_needs_one") {
    @Override
    public boolean needsTestSplit() {
      return false;
    }

    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean();
    }
  },
  LABELS_INVENTED(
      "invents labels where there are none", "refuses_data_without_labels_if_it_needs_them") {
    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean() {
        @Override
        long[] labels(Evaluation evaluation, String split) {
          try {
            evaluation.target(Targets.LABEL, split);
          } catch (DataException missing) {
            return LongStream.range(0, evaluation.data().size(split)).map(id -> id % 2).toArray();
          }
          return super.labels(evaluation, split);
        }
      };
    }
  },
  NAN_HIDDEN("takes NaN for a distance like any other", "does_not_hide_what_is_not_a_number") {
    @Override
    public Evaluator make(Setup setup) {
      return new NearestMean() {
        @Override
        void checkFinite(NDArray rows, String split) {}
      };
    }
  };

  private final Row row;

  WrongEvaluator(String mistake, String... caughtBy) {
    row = Row.of(mistake, caughtBy);
  }

  @Override
  public Row row() {
    return row;
  }
}
