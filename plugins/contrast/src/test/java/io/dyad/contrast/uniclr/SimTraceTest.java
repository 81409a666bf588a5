package io.dyad.contrast.uniclr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Loss;
import io.dyad.contract.harness.Harness;
import io.dyad.contrast.aligned.TwoViews;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimTraceTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void equal_views_come_near_minus_the_width_as_the_ridge_vanishes() {
    NDArray rows = random("rows");
    Loss loss = loss(new SimTraceOptions(1e-9, StatisticsKind.BATCH, 1));
    double rankless = 3.0 * (2 * 8 - 1) / (2 * 8);
    assertThat(TwoViews.oneWay(loss, harness, rows, rows.duplicate()).total().getDouble())
        .isCloseTo(-rankless, within(1e-6));
  }

  @Test
  void the_first_batch_is_all_that_running_statistics_know() {
    NDArray first = random("first");
    NDArray second = random("second");
    double batch = value(loss(new SimTraceOptions(0.01, StatisticsKind.BATCH, 1)), first, second);
    Loss running = loss(new SimTraceOptions(0.01, StatisticsKind.RUNNING, 1));
    assertThat(running.state()).isEmpty();
    assertThat(value(running, first, second)).isCloseTo(batch, within(1e-12));
    assertThat(running.state()).containsOnlyKeys("mean", "covariance", "samples-seen");
  }

  @Test
  void retention_zero_forgets_all_but_the_batch() {
    NDArray first = random("first");
    NDArray second = random("second");
    Loss running = loss(new SimTraceOptions(0.01, StatisticsKind.RUNNING, 0));
    double before = value(running, first, second);
    value(running, random("third"), random("fourth"));
    assertThat(value(running, first, second)).isCloseTo(before, within(1e-12));
  }

  @Test
  void saved_statistics_go_on_in_a_new_loss_and_an_empty_state_begins_anew() {
    SimTraceOptions options = new SimTraceOptions(0.01, StatisticsKind.RUNNING, 1);
    Loss old = loss(options);
    value(old, random("first"), random("second"));
    Map<String, NDArray> saved = new LinkedHashMap<>();
    old.state().forEach((name, array) -> saved.put(name, array.duplicate()));
    double next = value(old, random("third"), random("fourth"));
    Loss resumed = loss(options);
    double fresh = value(resumed, random("third"), random("fourth"));
    resumed.restore(saved);
    assertThat(value(resumed, random("third"), random("fourth"))).isEqualTo(next);
    resumed.restore(Map.of());
    assertThat(value(resumed, random("third"), random("fourth"))).isEqualTo(fresh);
    assertThat(next).isNotCloseTo(fresh, within(1e-6));
  }

  private Loss loss(SimTraceOptions options) {
    return new SimTraceProvider().create(options, harness.setup());
  }

  private double value(Loss loss, NDArray first, NDArray second) {
    return TwoViews.oneWay(loss, harness, first, second).total().getDouble();
  }

  private NDArray random(String name) {
    return new SeededDraws(7, harness.manager())
        .normal(name, new Shape(8, 3))
        .toType(harness.setup().dataType(), false);
  }
}
