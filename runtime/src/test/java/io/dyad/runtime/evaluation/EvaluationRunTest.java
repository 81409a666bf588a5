package io.dyad.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.Network;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.toolkit.view.TensorView;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 1,200 samples of one number, their id; the label is the id's last bit. */
class EvaluationRunTest {
  private final NDManager manager = NDManager.newBaseManager();
  private final List<Integer> embedded = new ArrayList<>();

  private final Subject doubling =
      new Subject() {
        @Override
        public Network network(String name) {
          throw new UnsupportedOperationException(name);
        }

        @Override
        public NDArray embed(String output, View view, Context context) {
          NDArray input = view.tensors().get(0);
          embedded.add((int) input.getShape().get(0));
          return input.mul(2f);
        }
      };

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void a_split_is_embedded_once_in_chunks_that_keep_their_order() {
    EvaluationRun run = run(doubling);
    NDArray rows = run.embed("representation", "test");
    assertThat(run.embed("representation", "test")).isSameAs(rows);
    assertThat(embedded).containsExactly(500, 500, 200);
    assertThat(rows.getShape()).isEqualTo(new Shape(1200, 1));
    assertThat(rows.getFloat(777, 0)).isEqualTo(1554);
    run.embed("representation", "train");
    assertThat(embedded).hasSize(6);
  }

  @Test
  void samples_that_belong_together_are_embedded_in_one_call() {
    EvaluationRun run =
        new EvaluationRun(new Numbers(true), doubling, EvaluationRunTest::context, manager);
    NDArray rows = run.embed("representation", "test");
    assertThat(embedded).containsExactly(1200);
    assertThat(rows.getFloat(777, 0)).isEqualTo(1554);
  }

  @Test
  void targets_come_in_the_same_order() {
    NDArray labels = run(doubling).target(Targets.LABEL, "test");
    assertThat(Arrays.copyOf(labels.toLongArray(), 4)).containsExactly(0, 1, 0, 1);
  }

  @Test
  void the_raw_input_stands_in_for_every_output_of_the_main_network() {
    EvaluationRun run = run(new RawInput());
    assertThat(run.embed("projection", "test").getFloat(31, 0)).isEqualTo(31);
    assertThatThrownBy(() -> run.network("critic"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("critic");
  }

  private EvaluationRun run(Subject subject) {
    return new EvaluationRun(new Numbers(false), subject, EvaluationRunTest::context, manager);
  }

  /** A context of which only the manager is asked for. */
  private static Context context(NDManager owner) {
    return (Context)
        Proxy.newProxyInstance(
            EvaluationRunTest.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("manager")) {
                return owner;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private record Numbers(boolean whole) implements Data {
    @Override
    public boolean isWhole(String split) {
      return whole;
    }

    @Override
    public Set<String> splits() {
      return Set.of(TRAIN, TEST);
    }

    @Override
    public long size(String split) {
      return 1200;
    }

    @Override
    public long batches(String split, long epoch) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Batch batch(String split, long epoch, long index, Context context) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Batch fetch(String split, long[] ids, Context context) {
      float[] values = new float[ids.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = ids[i];
      }
      NDArray samples = context.manager().create(values, new Shape(ids.length, 1));
      NDArray labels = context.manager().create(Arrays.stream(ids).map(id -> id & 1).toArray());
      return Batch.of(ids, TensorView.of(samples), Targets.of(Targets.LABEL, labels));
    }

    @Override
    public View plain(Batch batch, Context context) {
      return batch.samples();
    }
  }
}
