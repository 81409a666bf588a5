package io.dyad.runtime.report.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.kernel.ScriptKernels;
import io.dyad.runtime.report.learned.PrincipalComponents.Scores;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayoutsTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final PrincipalComponents components = new PrincipalComponents(kernels);

  @BeforeEach
  void start() {
    Engines.start("cpu", "1");
  }

  @AfterEach
  void free() {
    kernels.close();
    manager.close();
  }

  @Test
  void unit_rows_on_two_axes_have_their_closed_form_scores() {
    NDArray rows = manager.create(new float[] {3, 0, -1, 0, 0, 2, 0, -5}, new Shape(4, 2));
    Scores scores =
        components.scores(manager.create(new float[] {3, 0, 0, -1, 0, 0}, new Shape(2, 3)), 2);
    assertThat(scores.rows()[0][0]).isCloseTo(1, offset(1e-5f));
    assertThat(scores.rows()[1][0]).isCloseTo(-1, offset(1e-5f));
    assertThat(scores.shares()).containsExactly(new float[] {1, 0}, offset(1e-5f));
    assertThat(components.scores(rows, 9).shares())
        .containsExactly(new float[] {0.5f, 0.5f}, offset(1e-5f));
  }

  @Test
  void distances_are_kept_by_all_components_whether_rows_or_columns_are_more() {
    for (Shape shape : new Shape[] {new Shape(30, 5), new Shape(5, 30)}) {
      NDArray rows = manager.randomNormal(shape);
      NDArray unit = rows.div(rows.norm(new int[] {1}, true));
      Scores scores = components.scores(rows, 30);
      double wanted = unit.get(1).sub(unit.get(4)).norm().getFloat();
      double squares = 0;
      for (int i = 0; i < scores.shares().length; i++) {
        squares += Math.pow(scores.rows()[1][i] - scores.rows()[4][i], 2);
      }
      assertThat(Math.sqrt(squares)).isCloseTo(wanted, offset(1e-4));
      assertThat(scores.shares()).isSortedAccordingTo((a, b) -> Float.compare(b, a));
    }
  }

  @Test
  void a_map_is_the_same_for_the_same_seed_and_another_for_another() {
    float[][] rows = twoGroups();
    assertThat(NeighbourLayout.places(rows, 3)).isDeepEqualTo(NeighbourLayout.places(rows, 3));
    assertThat(NeighbourLayout.places(rows, 3)[0]).isNotEqualTo(NeighbourLayout.places(rows, 4)[0]);
  }

  @Test
  void two_groups_stay_apart_on_a_map() {
    float[][] places = NeighbourLayout.places(twoGroups(), 1);
    for (int i = 0; i < places.length; i++) {
      assertThat(nearest(places, i) % 2).as("neighbour of %d", i).isEqualTo(i % 2);
    }
  }

  @Test
  void so_few_points_as_are_allowed_are_laid_out() {
    float[][] places =
        NeighbourLayout.places(Arrays.copyOf(twoGroups(), NeighbourLayout.FEWEST), 1);
    assertThat(places).hasDimensions(NeighbourLayout.FEWEST, 2);
    assertThat(places[0][0]).isFinite();
  }

  private static int nearest(float[][] places, int of) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < places.length; i++) {
      double distance = Math.hypot(places[i][0] - places[of][0], places[i][1] - places[of][1]);
      if (i != of && distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static float[][] twoGroups() {
    Random random = new Random(5);
    float[][] rows = new float[60][6];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < 6; k++) {
        rows[i][k] = (float) (0.1 * random.nextGaussian() + (k == i % 2 ? 3 : 0));
      }
    }
    return rows;
  }
}
