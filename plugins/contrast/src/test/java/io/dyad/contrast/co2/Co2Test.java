package io.dyad.contrast.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.PairSampler;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contrast.pairs.CrossViewOptions;
import io.dyad.contrast.pairs.CrossViewProvider;
import io.dyad.contrast.pairs.InBatchOptions;
import io.dyad.contrast.pairs.InBatchProvider;
import io.dyad.contrast.pairs.QueueOptions;
import io.dyad.contrast.pairs.QueueProvider;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Co2Test {
  private final Harness harness = new Harness();
  private final NDArray first = harness.leaf(new Shape(2, 2), 1, 0, 0, 1);
  private final NDArray second = harness.leaf(new Shape(2, 2), 1, 0, 1, 1);
  private final FakeEncoded encoded = FakeEncoded.projections(first, second);

  @AfterEach
  void close() {
    harness.close();
  }

  /** Affinities 1 and r, 0 and r, with r the root of one half: candidates of row i and column i. */
  @Test
  void two_views_cost_the_divergence_of_rows_and_columns_of_their_affinities() {
    double root = Math.sqrt(0.5);
    double expected = (divergence(1, root, 1, 0) + divergence(0, root, root, root)) / 2;
    assertThat(value(crossView(true, false), new Co2Options(1, true)))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void in_batch_pairs_and_one_way_pairs_are_the_same_two_views() {
    Co2Options options = new Co2Options(0.3, true);
    double expected = value(crossView(true, false), options);
    assertThat(value(crossView(false, false), options)).isCloseTo(expected, within(1e-12));
    PairSampler inBatch =
        new InBatchProvider()
            .create(new InBatchOptions("projection", true, true, true, false), harness.setup());
    assertThat(value(inBatch, options)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void a_symmetric_affinity_costs_nothing() {
    FakeEncoded alike = FakeEncoded.projections(second, second.duplicate());
    assertThat(value(alike, crossView(true, false), new Co2Options(0.1, true))).isZero();
  }

  @Test
  void one_negative_alone_leaves_nothing_to_compare() {
    assertThat(value(crossView(true, false), new Co2Options(0.1, false))).isZero();
  }

  @Test
  void an_empty_queue_costs_nothing_and_stays_finite() {
    NDArray empty = harness.manager().zeros(new Shape(0, 2), DataType.FLOAT64);
    FakeEncoded with =
        encoded
            .with(Rows.of("view-2", "projection").target(), second)
            .with(Rows.bank("queue"), empty);
    PairSampler queue =
        new QueueProvider()
            .create(
                new QueueOptions("projection", "projection", true, "queue", false, true),
                harness.setup());
    assertThat(value(with, queue, new Co2Options(0.1, true))).isZero();
    assertThat(value(with, queue, new Co2Options(0.1, false))).isZero();
  }

  @Test
  void views_of_a_twin_are_needed_both_ways() {
    FakeEncoded twins =
        FakeEncoded.of(
            Map.of(
                Rows.of("view-1", "projection"), first, Rows.of("view-2", "projection"), second));
    assertThatThrownBy(() -> value(twins, crossView(false, true), new Co2Options(0.1, true)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("co2", "both-ways = true");
  }

  @Test
  void pairs_without_negatives_are_refused() {
    PairSampler agreement =
        new CrossViewProvider()
            .create(
                new CrossViewOptions("projection", Optional.empty(), false, true, false, true),
                harness.setup());
    assertThatThrownBy(() -> value(agreement, new Co2Options(0.1, true)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("co2", "negatives = true");
  }

  private static double divergence(double a, double b, double c, double d) {
    double q = Math.exp(a) / (Math.exp(a) + Math.exp(b));
    double p = Math.exp(c) / (Math.exp(c) + Math.exp(d));
    return ((q - p) * Math.log(q / p) + (p - q) * Math.log((1 - q) / (1 - p))) / 2;
  }

  private PairSampler crossView(boolean bothWays, boolean twin) {
    return new CrossViewProvider()
        .create(
            new CrossViewOptions("projection", Optional.empty(), twin, bothWays, true, true),
            harness.setup());
  }

  private double value(PairSampler sampler, Co2Options options) {
    return value(encoded, sampler, options);
  }

  private double value(FakeEncoded rows, PairSampler sampler, Co2Options options) {
    return new Co2Provider()
        .create(options, harness.setup())
        .evaluate(rows, sampler.sample(rows, harness.context()), harness.context())
        .total()
        .getDouble();
  }
}
