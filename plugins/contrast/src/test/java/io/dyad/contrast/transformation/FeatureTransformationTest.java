package io.dyad.contrast.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Draws;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Progress;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.InBatchPairs;
import io.dyad.contract.harness.Subject;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.QueueRows;
import io.dyad.toolkit.draws.GivenDraws;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeatureTransformationTest {
  private static final String INNER = "loss { use = info-nce, normalize = false }\n";

  private final Harness harness = new Harness(DataType.FLOAT32);
  private final Draws seeded = new SeededDraws(3, harness.manager());
  private final NDArray anchors = normal("anchors", 5);
  private final NDArray keys = normal("keys", 5);
  private final NDArray bank = normal("bank", 8);

  @AfterEach
  void close() {
    harness.close();
  }

  private NDArray normal(String name, long rows) {
    NDArray array = seeded.normal(name, new Shape(rows, 4));
    array.setRequiresGradient(true);
    return array;
  }

  @Test
  void shares_of_one_are_plain_moco_to_the_bit() {
    LossValue plain = value(new InfoNceProvider(), "", context());
    LossValue mixed =
        value(new FeatureTransformationProvider(), INNER, context().with(shares(0, 1)));
    assertThat(bits(mixed)).isEqualTo(bits(plain));
    LossValue other =
        value(new FeatureTransformationProvider(), INNER, context().with(shares(0.01, 1)));
    assertThat(bits(other)).isNotEqualTo(bits(plain));
  }

  @Test
  void nothing_is_transformed_before_the_first_epoch_of_it() {
    LossValue plain = value(new InfoNceProvider(), "", context());
    String options = INNER + "start-epoch = 2";
    LossValue before = value(new FeatureTransformationProvider(), options, context());
    assertThat(bits(before)).isEqualTo(bits(plain));
    HarnessContext later = context().with(Progress.of(2, 3, 20, 30));
    assertThat(bits(value(new FeatureTransformationProvider(), options, later)))
        .isNotEqualTo(bits(plain));
  }

  @Test
  void switched_off_it_is_plain_moco_to_the_bit() {
    LossValue plain = value(new InfoNceProvider(), "", context());
    String options = INNER + "positive = none, negative = none";
    assertThat(bits(value(new FeatureTransformationProvider(), options, context())))
        .isEqualTo(bits(plain));
  }

  /** S' = S + 2 a (1 - a) (1 - S), at a = 2 smaller by 4 (1 - S). */
  @Test
  void extrapolation_lowers_positive_scores_by_the_closed_form() {
    String options = INNER + "negative = none";
    double plain = positives(options + "\npositive = none", context());
    double pushed = positives(options, context().with(shares(1, 1)));
    assertThat(pushed).isCloseTo(plain - 4 * (1 - plain), within(1e-5));
    double drawn = positives(options + "\npositive = interpolate", context().with(shares(0.5, 1)));
    assertThat(drawn).isCloseTo(plain + 0.5 * (1 - plain), within(1e-5));
  }

  private double positives(String options, HarnessContext context) {
    LossValue value = value(new FeatureTransformationProvider(), options, context);
    return number(value, "positive-score-mean");
  }

  @Test
  void renormalised_positives_have_scores_of_at_most_one() {
    String options = INNER + "negative = none, renormalise = true";
    assertThat(positives(options, context().with(shares(1, 1)))).isBetween(-1.0, 1.0);
  }

  @Test
  void the_bank_stays_plain() {
    float[] before = bank.toFloatArray();
    value(new FeatureTransformationProvider(), INNER, context());
    assertThat(bank.toFloatArray()).isEqualTo(before);
  }

  @Test
  void a_bank_of_one_row_or_none_is_not_mixed() {
    for (long rows = 0; rows < 2; rows++) {
      NDArray few = harness.manager().ones(new Shape(rows, 4));
      FakeEncoded encoded = encoded().with(QueueRows.BANK, few);
      assertThat(value(new FeatureTransformationProvider(), INNER, context(), encoded).total())
          .matches(total -> Float.isFinite(total.getFloat()));
    }
  }

  @Test
  void a_share_may_be_drawn_for_each_number() {
    HarnessContext context = context();
    LossValue scalar = value(new FeatureTransformationProvider(), INNER, context);
    for (String mask : new String[] {"pos", "neg", "both"}) {
      LossValue value =
          value(new FeatureTransformationProvider(), INNER + "dimension-mask = " + mask, context());
      assertThat(value.total().getFloat()).isFinite().isNotEqualTo(scalar.total().getFloat());
    }
  }

  @Test
  void both_directions_have_draws_of_their_own() {
    FakeEncoded encoded = both();
    Pairs pairs = QueueRows.pairs(encoded, context(), true);
    try (Subject<Loss> loss =
        Subject.of(new FeatureTransformationProvider(), INNER, harness.setup())) {
      float together = loss.component().evaluate(encoded, pairs, context()).total().getFloat();
      Pairs first = Pairs.of(pairs.contrasts().get(0));
      Pairs second = Pairs.of(pairs.contrasts().get(1));
      float alone = loss.component().evaluate(encoded, first, context()).total().getFloat();
      float other = loss.component().evaluate(encoded, second, context()).total().getFloat();
      assertThat(together).isNotCloseTo((alone + other) / 2, within(1e-4f));
    }
  }

  @Test
  void pairs_without_a_bank_are_refused() {
    FakeEncoded encoded = FakeEncoded.projections(anchors, keys);
    Pairs pairs = InBatchPairs.pattern(encoded, "projection", context());
    try (Subject<Loss> loss =
        Subject.of(new FeatureTransformationProvider(), INNER, harness.setup())) {
      assertThatThrownBy(() -> loss.component().evaluate(encoded, pairs, context()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("set pairs { use = queue }");
    }
  }

  @Test
  void parameters_of_the_distributions_are_positive() {
    assertThatThrownBy(
            () ->
                Subject.of(
                    new FeatureTransformationProvider(),
                    INNER + "alpha-positive = 0, alpha-negative = -1, start-epoch = -1",
                    harness.setup()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("alpha-positive", "alpha-negative", "start-epoch");
  }

  private LossValue value(LossProvider<?> provider, String options, HarnessContext context) {
    return value(provider, options, context, encoded());
  }

  private LossValue value(
      LossProvider<?> provider, String options, HarnessContext context, FakeEncoded encoded) {
    try (Subject<Loss> loss = Subject.of(provider, options, harness.setup())) {
      return loss.component().evaluate(encoded, QueueRows.pairs(encoded, context, false), context);
    }
  }

  private FakeEncoded encoded() {
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    rows.put(QueueRows.ANCHORS, anchors);
    rows.put(QueueRows.KEYS, keys);
    rows.put(QueueRows.BANK, bank);
    return FakeEncoded.of(rows);
  }

  private FakeEncoded both() {
    return encoded()
        .with(Rows.of("view-2", "projection"), normal("second", 5))
        .with(Rows.of("view-1", "projection").target(), normal("second twin", 5));
  }

  private HarnessContext context() {
    return harness.context().with(seeded.at("step", 0));
  }

  private Draws shares(double positive, double negative) {
    return GivenDraws.of(
            Map.of(
                "positive-share", harness.constant(new Shape(), positive),
                "negative-share", harness.constant(new Shape(), negative)))
        .otherwise(seeded);
  }

  private float[] bits(LossValue value) {
    NDList gradients = harness.gradients(value.total(), anchors, keys, bank);
    float[] all = new float[1 + 18 * 4];
    all[0] = value.total().getFloat();
    int at = 1;
    for (NDArray gradient : gradients) {
      for (float each : gradient.toFloatArray()) {
        all[at++] = each;
      }
    }
    return all;
  }

  private static double number(LossValue value, String name) {
    NDArray seen = value.observations().get(name);
    assertThat(seen).as(name).isNotNull();
    return seen == null ? Double.NaN : seen.getFloat();
  }
}
