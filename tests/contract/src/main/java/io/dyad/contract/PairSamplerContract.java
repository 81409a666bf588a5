package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Contrast;
import io.dyad.api.DyadException;
import io.dyad.api.NumericException;
import io.dyad.api.PairSampler;
import io.dyad.api.Relation;
import io.dyad.api.StepContext;
import io.dyad.contract.check.Numbers;
import io.dyad.contract.check.PairTable;
import io.dyad.contract.check.Snapshot;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Size;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import io.dyad.contract.harness.Trials;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What holds for every pair sampler. The smallest test names the provider:
 *
 * <pre>
 * class InBatchContractTest extends PairSamplerContract {
 *   &#64;Override
 *   protected InBatchProvider provider() {
 *     return new InBatchProvider();
 *   }
 * }
 * </pre>
 *
 * <p>A sampler is taken to pair no row with itself, and to give two samples the same weights
 * wherever they stand in the batch. One that does not says so by overriding; then the opposite is
 * checked.
 */
public abstract class PairSamplerContract extends StepContract<PairSampler> {
  /** Returns whether no row is paired with itself. */
  protected boolean ignoresTheRowItself() {
    return true;
  }

  /** Returns whether the order of samples in the batch does not count. */
  protected boolean followsTheSamples() {
    return true;
  }

  @Override
  final Map<String, NDArray> outcome(
      Subject<PairSampler> subject, SampleRows rows, StepContext context) {
    return new SampledPairs(subject.component().sample(rows.encoded(), context), rows).weights();
  }

  @Test
  void gives_a_weight_to_every_anchor_and_key() {
    check(
        trial -> {
          SampledPairs sampled = sample(trial);
          assertThat(sampled.pairs().contrasts()).as("contrasts").isNotEmpty();
          for (Contrast contrast : sampled.pairs().contrasts()) {
            Relation.Block all = contrast.relation().block(0, sampled.anchors(contrast));
            for (NDArray weights : List.of(all.positive(), all.denominator())) {
              assertThat(weights.getShape()).as("shape").isEqualTo(sampled.shape(contrast));
              assertThat(weights.getDataType().isFloating()).as("a floating type").isTrue();
              assertThat(weights.getDevice()).isEqualTo(trial.harness().setup().device());
            }
          }
        });
  }

  @Test
  void gives_weights_that_are_finite_and_not_negative() {
    check(
        trial ->
            sample(trial)
                .weights()
                .forEach(
                    (name, weights) ->
                        assertThat(Arrays.stream(Numbers.of(weights)))
                            .as(name)
                            .allMatch(weight -> Double.isFinite(weight) && weight >= 0)));
  }

  @Test
  void gives_blocks_that_are_parts_of_the_whole() {
    check(
        trial -> {
          SampledPairs sampled = sample(trial);
          for (Contrast contrast : sampled.pairs().contrasts()) {
            long anchors = sampled.anchors(contrast);
            Relation.Block whole = contrast.relation().block(0, anchors);
            long from = anchors / 3;
            long to = anchors - anchors / 4;
            Relation.Block block = contrast.relation().block(from, to);
            NDIndex rows = new NDIndex().addSliceDim(from, to);
            assertThat(Numbers.of(block.positive()))
                .as("positive weights of anchors %d to %d", from, to)
                .isEqualTo(Numbers.of(whole.positive().get(rows)));
            assertThat(Numbers.of(block.denominator()))
                .as("denominator weights of anchors %d to %d", from, to)
                .isEqualTo(Numbers.of(whole.denominator().get(rows)));
          }
        });
  }

  @Test
  void gives_a_pattern_that_agrees_with_its_weights() {
    check(
        trial -> {
          SampledPairs sampled = sample(trial);
          for (Contrast contrast : sampled.pairs().contrasts()) {
            contrast
                .relation()
                .structure()
                .ifPresent(
                    structure ->
                        assertThat(sampled.table().sameAs(sampled.following(structure).table()))
                            .as("the weights are those of the pattern %s", structure)
                            .isTrue());
          }
        });
  }

  @Test
  void pairs_a_row_with_itself_only_if_declared() {
    check(
        trial ->
            assertThat(sample(trial).table().pairsARowWithItself())
                .as("a row is paired with itself")
                .isEqualTo(!ignoresTheRowItself()));
  }

  @Test
  void depends_on_the_order_of_samples_only_if_declared() {
    check(
        trial -> {
          PairTable table = sample(trial).table();
          PairTable reordered = sample(trial, rows -> rows.reordered(trial.draws())).table();
          assertThat(table.sameAs(reordered))
              .as("the same pairs when samples change places")
              .isEqualTo(followsTheSamples());
        });
  }

  @Test
  void lets_no_gradient_through() {
    check(
        trial -> {
          SampledPairs sampled = sample(trial, SampleRows::withGradients);
          NDList rows = new NDList(sampled.rows().rows().values());
          NDArray sum = rows.stream().map(NDArray::sum).reduce(NDArray::add).orElseThrow();
          NDArray zero = sum.sub(sum);
          for (NDArray weights : sampled.weights().values()) {
            NDArray scalar = zero.add(weights.toType(DataType.FLOAT64, false).sum());
            for (NDArray gradient :
                trial.harness().gradients(scalar, rows.toArray(new NDArray[0]))) {
              assertThat(Numbers.largest(gradient))
                  .as("the gradient of a weight; use stopGradient")
                  .isZero();
            }
          }
        });
  }

  @Test
  void gives_pairs_from_the_smallest_batch() {
    check(
        DataType.FLOAT64,
        size().batch(least().batch()),
        trial ->
            assertThat(sample(trial).table().hasPositive())
                .as("a positive pair; if it needs more samples, needs() must say so")
                .isTrue());
  }

  @Test
  void refuses_a_batch_below_the_smallest() {
    int least = least().batch();
    if (least > 1) {
      Size below = size().batch(least - 1);
      Trials.run(
          DataType.FLOAT64,
          below,
          below,
          trial ->
              assertThat(
                      unlessRefused(DyadException.class, () -> sample(trial).table().isUsable())
                          .orElse(false))
                  .as("whether %d samples have positives and negatives", least - 1)
                  .isFalse());
    }
  }

  @Test
  void does_not_decide_on_what_is_not_a_number() {
    check(
        trial ->
            unlessRefused(NumericException.class, () -> sample(trial, SampleRows::withoutNumbers))
                .ifPresent(
                    sampled ->
                        assertThat(
                                sampled.hasNaN()
                                    || Snapshot.of(sample(trial).weights())
                                        .differences(Snapshot.of(sampled.weights()))
                                        .isEmpty())
                            .as("weights of rows with NaN that are NaN, or do not come from rows")
                            .isTrue()));
  }

  private SampledPairs sample(Trial trial) {
    return sample(trial, rows -> rows);
  }

  /** Samples pairs of changed rows by a new sampler in its first step. */
  private SampledPairs sample(Trial trial, UnaryOperator<SampleRows> change) {
    try (Subject<PairSampler> subject = start(subject(trial), trial)) {
      SampleRows rows = change.apply(rows(trial, subject.needs(), 0));
      return new SampledPairs(subject.component().sample(rows.encoded(), trial.context(0)), rows);
    }
  }
}
