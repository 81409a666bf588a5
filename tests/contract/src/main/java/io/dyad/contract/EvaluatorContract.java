package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.Evaluator;
import io.dyad.api.Metric;
import io.dyad.api.NumericException;
import io.dyad.contract.check.NotANumber;
import io.dyad.contract.check.OtherThread;
import io.dyad.contract.harness.SampleData;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import io.dyad.runtime.options.Kebab;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What holds for every evaluator. The smallest test names the provider and the figures:
 *
 * <pre>
 * class RankContractTest extends EvaluatorContract {
 *   &#64;Override
 *   protected RankProvider provider() {
 *     return new RankProvider();
 *   }
 *
 *   &#64;Override
 *   protected List&lt;ExpectedMetric&gt; metrics() {
 *     return List.of(ExpectedMetric.fraction("top1"));
 *   }
 * }
 * </pre>
 *
 * <p>An evaluator is taken to need labels and a test split, and not to depend on the order of
 * samples. One that does not says so by overriding; then the opposite is checked.
 */
public abstract class EvaluatorContract extends EvaluatorDeclarations {
  private static final Comparator<Double> WITHIN_ROUNDING =
      (first, second) -> Math.abs(first - second) <= 1e-6 ? 0 : Double.compare(first, second);

  @Test
  void gives_the_declared_figures_with_unit_and_direction() {
    each(
        calls -> {
          List<Metric> made = calls.evaluate(data(calls.trial()));
          assertThat(made.stream().map(Metric::name))
              .as("names of the figures")
              .containsExactlyElementsOf(metrics().stream().map(ExpectedMetric::name).toList())
              .doesNotHaveDuplicates()
              .allMatch(Kebab::isName);
          for (int i = 0; i < made.size(); i++) {
            ExpectedMetric expected = metrics().get(i);
            assertThat(made.get(i).unit()).as("unit of %s", expected.name()).isNotBlank();
            assertThat(made.get(i).unit())
                .as("unit of %s", expected.name())
                .isEqualTo(expected.unit());
            assertThat(made.get(i).higherIsBetter())
                .as("whether higher is better for %s", expected.name())
                .isEqualTo(expected.higherIsBetter());
          }
        });
  }

  @Test
  void stays_in_range() {
    each(
        calls -> {
          Trial trial = calls.trial();
          for (Data data :
              List.of(data(trial), EvaluatorCalls.withRandomLabels(data(trial), trial))) {
            Map<String, Double> figures = calls.figures(data);
            for (ExpectedMetric metric : metrics()) {
              assertThat(figures.get(metric.name()))
                  .as(metric.name())
                  .isFinite()
                  .isBetween(metric.lowest(), metric.highest());
            }
          }
        });
  }

  @Test
  void is_better_for_data_that_are_easier() {
    each(
        calls -> {
          if (needsLabels()) {
            Trial trial = calls.trial();
            Map<String, Double> easy = calls.figures(data(trial));
            Map<String, Double> hard =
                calls.figures(EvaluatorCalls.withRandomLabels(data(trial), trial));
            for (Metric metric : calls.evaluate(data(trial))) {
              double gain =
                  easy.getOrDefault(metric.name(), Double.NaN)
                      - hard.getOrDefault(metric.name(), Double.NaN);
              assertThat(metric.higherIsBetter() ? gain : -gain)
                  .as(
                      "gain in %s from random labels (%s) to right ones (%s)",
                      metric.name(),
                      hard.getOrDefault(metric.name(), Double.NaN),
                      easy.getOrDefault(metric.name(), Double.NaN))
                  .isPositive();
            }
          }
        });
  }

  @Test
  void repeats_with_the_same_seed_on_any_thread() {
    each(
        calls -> {
          Map<String, Double> first = calls.figures(data(calls.trial()));
          assertThat(calls.figures(data(calls.trial()))).as("again").isEqualTo(first);
          assertThat(OtherThread.get(() -> figuresOfAnEqualTrial(calls.trial())))
              .as("on another thread")
              .isEqualTo(first);
        });
  }

  @Test
  void depends_on_the_order_of_samples_only_if_declared() {
    each(
        calls -> {
          SampleData data = data(calls.trial());
          if (isIndependentOfOrder()) {
            assertThat(calls.figures(data.reversed()))
                .as("figures of samples in reverse order")
                .usingComparatorForType(WITHIN_ROUNDING, Double.class)
                .usingRecursiveComparison()
                .isEqualTo(calls.figures(data));
          } else {
            assertThat(beginnings(data))
                .as("samples in reverse order, and fewer of them, some of which differ")
                .anyMatch(some -> !calls.figures(some.reversed()).equals(calls.figures(some)));
          }
        });
  }

  /**
   * A coarse figure such as an accuracy of few samples can be the same in both orders by chance.
   */
  private static List<SampleData> beginnings(SampleData data) {
    int fewest = (int) data.splits().stream().mapToLong(data::size).min().orElse(0);
    return IntStream.rangeClosed(fewest / 2, fewest).mapToObj(data::first).toList();
  }

  @Test
  void leaves_rows_and_labels_untouched() {
    each(calls -> calls.assertDataUntouched(data(calls.trial())));
  }

  @Test
  void leaves_no_array_behind() {
    each(calls -> calls.assertNoArrayLeft(data(calls.trial())));
  }

  @Test
  void takes_the_least_number_of_samples_and_refuses_fewer_by_name() {
    each(
        calls -> {
          SampleData data = data(calls.trial());
          assertThat(calls.figures(data.first(leastSamples())).values())
              .as("figures of %d samples", leastSamples())
              .allMatch(Double::isFinite);
          if (leastSamples() > 1) {
            assertThatThrownBy(() -> calls.evaluate(data.first(leastSamples() - 1)))
                .as("one sample less than declared")
                .isInstanceOf(DataException.class);
          }
        });
  }

  @Test
  void refuses_data_without_a_test_split_if_it_needs_one() {
    each(
        calls -> {
          Data trained = data(calls.trial()).without(Data.TEST);
          if (needsTestSplit()) {
            assertThatThrownBy(() -> calls.evaluate(trained))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(Data.TEST);
          } else {
            assertThat(calls.evaluate(trained)).isNotEmpty();
          }
        });
  }

  @Test
  void refuses_data_without_labels_if_it_needs_them() {
    each(
        calls -> {
          Data bare = EvaluatorCalls.withoutLabels(data(calls.trial()));
          if (needsLabels()) {
            assertThatThrownBy(() -> calls.evaluate(bare))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("label");
            Data unknown = EvaluatorCalls.withUnknownLabels(data(calls.trial()));
            assertThatThrownBy(() -> calls.evaluate(unknown))
                .as("labels that are all unknown")
                .isInstanceOf(DataException.class);
          } else {
            assertThat(calls.evaluate(bare)).isNotEmpty();
          }
        });
  }

  @Test
  void does_not_hide_what_is_not_a_number() {
    each(
        calls -> {
          Data broken =
              data(calls.trial())
                  .each(
                      batch ->
                          Batch.of(
                              batch.ids(),
                              NotANumber.inFirstRow(batch.samples()),
                              batch.targets()));
          try {
            assertThat(calls.figures(broken).values())
                .as("figures of rows with NaN")
                .noneMatch(Double::isFinite);
          } catch (NumericException refused) {
            assertThat(refused).hasMessageContaining(Data.TRAIN);
          }
        });
  }

  private Map<String, Double> figuresOfAnEqualTrial(Trial trial) {
    try (Trial equal = trial.again();
        Subject<Evaluator> subject = subject(equal)) {
      return new EvaluatorCalls(equal, subject, evaluated(equal)).figures(data(equal));
    }
  }
}
