package io.dyad.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatheredRowsTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void free() {
    manager.close();
  }

  /** Seven rows in three parts, each made in a scope of its own, as chunks of samples are. */
  @ParameterizedTest
  @ValueSource(longs = {7, 2, 1, 100})
  void parts_follow_one_another_whatever_was_expected(long expected) {
    NDArray whole = manager.arange(0f, 42f).reshape(7, 2, 3);
    int before = manager.getManagedArrays().size();
    GatheredRows gathered = new GatheredRows(manager, expected);
    for (String part : new String[] {":3", "3:4", "4:"}) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        gathered.add(whole.get(part));
      }
    }
    NDArray rows = gathered.rows();
    assertThat(rows.getShape()).isEqualTo(new Shape(7, 2, 3));
    assertThat(rows).isEqualTo(whole);
    assertThat(manager.getManagedArrays()).hasSize(before + 1);
  }
}
