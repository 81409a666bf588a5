package io.dyad.system.sketch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Encoded;
import io.dyad.api.Parameters;
import io.dyad.api.Procedure;
import io.dyad.api.Progress;
import io.dyad.api.Stage;
import io.dyad.api.Targets;
import io.dyad.api.Views;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the procedures of the sketches ask of a training, in order. */
class ProcedureSketchTest {
  private final NDManager manager = NDManager.newBaseManager();
  private final GivenContext context = new GivenContext(manager);
  private final NDArray weight = manager.arange(1f, 101f, 1f).reshape(10, 10);
  private final Batch batch =
      Batch.of(new long[] {0}, TensorView.of(manager.ones(new Shape(1, 1))), Targets.NONE);
  private final Encoded encoded = new GivenEncoded(batch, Views.of(List.of()), Map.of());
  private final GivenTraining training =
      new GivenTraining(
          context, Parameters.NONE.with("main.encoder", Map.of("weight", weight)), encoded);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void augmenters_are_trained_between_two_steps_of_the_encoder() {
    new MclrecSketch.ThreeUpdates().step(batch, training);
    assertThat(training.asked)
        .containsExactly(
            "encode",
            "optimise encoder",
            "encode",
            "optimise augmenters",
            "encode",
            "optimise encoder");
  }

  @Test
  void both_branches_step_on_one_forward_pass() {
    new BaconSketch.TwoBranches().step(batch, training);
    assertThat(training.asked)
        .containsExactly("encode", "optimise classifier", "optimise contrast");
  }

  @Test
  void zones_are_supervised_first_and_then_agree() {
    Procedure stages = new PiRadsSketch.TwoStages(3, 2);
    stages.step(batch, training.in(stages.first()));
    Stage second = stages.next(stages.first(), training).orElseThrow();
    stages.step(batch, training.in(second));
    assertThat(training.asked).contains("optimise supervised", "optimise co-training");
    assertThat(second.epochs()).hasValue(2);
    assertThat(second.restarts()).isTrue();
    assertThat(stages.next(second, training)).isEmpty();
  }

  @Test
  void a_fifth_of_what_is_left_goes_in_each_round() {
    Procedure tickets =
        new LotteryTicketsSketch.PruneAndRewind(
            new GivenSetup(manager, context, new Shape(), Map.of()), 2, 1, 0.2);
    tickets.step(batch, training);
    tickets.step(batch, training(1));
    Optional<Stage> first = tickets.next(tickets.first(), training);
    assertThat(left()).isEqualTo(80);
    Optional<Stage> second = tickets.next(first.orElseThrow(), training);
    assertThat(left()).isEqualTo(64);
    assertThat(tickets.next(second.orElseThrow(), training)).isEmpty();
    assertThat(training.asked).containsOnlyOnce("snapshot rewind").contains("rewind rewind");
  }

  private GivenTraining training(long step) {
    context.at(Progress.of(0, 1, step, 10));
    return training;
  }

  private long left() {
    NDArray mask = requireNonNull(training.masks.get("main.encoder.weight"));
    return (long) mask.sum().getFloat();
  }
}
