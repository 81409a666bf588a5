package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a checkpoint holds and the experiment wants must be the same. */
class TrainingStateTest {
  private static final String WEIGHT = "parameter/main.encoder.main.weight";

  private final FakeRun run =
      FakeRun.of(
          "train.optimizer.algorithm = adamw",
          "banks.queue { rows { view = view-2, output = representation }, capacity = 8 }");
  private final Trainer trainer = run.trainer();

  @AfterEach
  void close() {
    trainer.close();
    run.close();
  }

  @Test
  void what_was_saved_is_taken() {
    trainer.state().restore(saved(all -> {}));
    assertThat(run.parameter("main.encoder.main.weight")).containsOnly(9);
  }

  @Test
  void every_tensor_that_is_missing_too_much_or_of_another_kind_is_named() {
    refused(all -> all.remove(WEIGHT), WEIGHT + " is missing");
    refused(all -> all.remove("moment/main/count"), "moment/main/count is missing");
    refused(all -> all.remove("bank/queue"), "bank/queue is missing");
    refused(all -> all.remove("state/main.encoder/seen"), "[seen] is expected");
    refused(all -> all.put(WEIGHT, ones(2, 3)), WEIGHT + " is float32 (2, 3)", "(3, 2)");
    refused(
        all -> all.put(WEIGHT, ones(3, 2).toType(DataType.INT32, false)),
        WEIGHT + " is int32",
        "expected float32");
    refused(all -> all.put("bank/queue", ones(9, 2)), "queue", "up to 8 rows of shape (2)");
    for (String extra :
        new String[] {
          "parameter/main.head.weight",
          "twin/main.twin.encoder.main.weight",
          "moment/other/count",
          "bank/other",
          "state/objective.other.loss/x",
          "snapshot/nothing",
          "snapshot//x",
          "../../x",
          ""
        }) {
      refused(all -> all.put(extra, ones(1)), extra + " belongs to nothing in the experiment");
    }
  }

  @Test
  void an_experiment_that_is_only_evaluated_has_no_use_for_moments() {
    TrainingState.of(run.assembly()).restore(saved(all -> {}));
    assertThat(run.parameter("main.encoder.main.weight")).containsOnly(9);
  }

  private void refused(Consumer<Map<String, NDArray>> change, String... words) {
    Map<String, NDArray> wrong = saved(change);
    assertThatThrownBy(() -> trainer.state().restore(wrong))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(words);
  }

  private Map<String, NDArray> saved(Consumer<Map<String, NDArray>> change) {
    Map<String, NDArray> all = new LinkedHashMap<>(trainer.state().tensors());
    all.put(WEIGHT, ones(3, 2).mul(9));
    change.accept(all);
    return all;
  }

  private NDArray ones(long... shape) {
    return run.assembly().manager().ones(new Shape(shape));
  }
}
