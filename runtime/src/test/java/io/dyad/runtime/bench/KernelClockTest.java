package io.dyad.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelClockTest {
  private static final long PAUSE = 20;

  private final KernelClock clock = new KernelClock();
  private final Kernel kernel = clock.timed(sleeping()).compile("mlp", "");

  @Test
  void calls_add_up_by_function_and_all_together() {
    clock.restart();
    call("forward");
    call("forward");
    call("backward");

    Map<String, Long> functions = clock.functions();
    assertThat(functions).containsOnlyKeys("mlp.forward", "mlp.backward");
    assertThat(functions)
        .hasEntrySatisfying(
            "mlp.forward", time -> assertThat(time).isGreaterThanOrEqualTo(2 * PAUSE * 1_000_000));
    assertThat(clock.total())
        .isEqualTo(functions.values().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void what_another_thread_calls_does_not_count() throws InterruptedException {
    clock.restart();
    Thread other = new Thread(() -> call("forward"));
    other.start();
    other.join();

    assertThat(clock.total()).isZero();
    assertThat(clock.functions()).isEmpty();
  }

  @Test
  void a_restart_forgets() {
    call("forward");
    clock.restart();

    assertThat(clock.total()).isZero();
    assertThat(clock.functions()).isEmpty();
  }

  private void call(String function) {
    assertThat(kernel.call(function)).isEmpty();
  }

  private static Kernels sleeping() {
    return (name, source) ->
        new Kernel() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public NDList call(String function, Object... arguments) {
            try {
              Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return new NDList();
          }
        };
  }
}
