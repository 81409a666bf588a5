package io.dyad.vision.augment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernel;
import io.dyad.contract.harness.Harness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kernel's one call, as any program may make it. */
class ViewsKernelTest {
  private static final int IMAGES = 40;
  private static final double SCALE = 255;

  /** A view of every random operation, and a plain one. */
  private static final long[] PLAN = {
    2, 10, 1, 3, 3, 1, 4, 5, 1, 5, 1, 1, 6, 4, 1, 7, 2, 1, 8, 2, 1, 9, 1, 1, 10, 1, 1, 11, 6, 0, 1,
    3, 0, 11, 2, 0
  };

  private static final double[] NUMBERS = {
    9,
    9,
    1,
    0.2,
    1,
    0.75,
    1.33,
    1,
    0.5,
    2, // place
    0.5,
    -30,
    30, // rotation
    0.8,
    0.4,
    0.4,
    0.4,
    0.1, // jitter
    0.3, // grayscale
    0.5,
    0.1,
    2,
    3, // blur
    0.3,
    0.5, // solarize
    0.6,
    1.4, // gain
    0.1, // noise
    0.1, // dropout
    0.5,
    0.4,
    0.3,
    0.25,
    0.2,
    0.3, // normalize
    8,
    6,
    1, // resize
    0.5,
    0.25 // normalize
  };

  private final Harness harness = new Harness(DataType.FLOAT32);
  private final NDManager manager = harness.manager();
  private final Kernel kernel =
      harness.kernels().resource(ImageOperations.class, "image-operations");
  private final NDArray images =
      manager.randomUniform(0, 255, new Shape(IMAGES, 3, 12, 10)).toType(DataType.UINT8, false);

  @AfterEach
  void release() {
    harness.close();
  }

  @Test
  void chosen_rows_masks_of_all_and_blocks_of_images_agree() {
    NDList draws = draws();
    NDList byRow = kernel.call("whole_views", images, SCALE, PLAN, NUMBERS, draws, true);
    NDList byMask = kernel.call("whole_views", images, SCALE, PLAN, NUMBERS, draws, false);
    NDList byBlock = kernel.call("block_views", images, SCALE, PLAN, NUMBERS, draws, 7);
    assertThat(byRow.getShapes())
        .containsExactly(new Shape(IMAGES, 3, 9, 9), new Shape(IMAGES, 3, 8, 6));
    for (int view = 0; view < byRow.size(); view++) {
      assertThat(difference(byRow.get(view), byMask.get(view))).isLessThan(1e-5f);
      assertThat(difference(byRow.get(view), byBlock.get(view))).isLessThan(1e-5f);
    }
  }

  @Test
  void views_share_no_memory_with_each_other_or_with_the_images() {
    NDArray floats = images.toType(DataType.FLOAT32, false);
    NDArray before = floats.duplicate();
    long[] copies = {0, 0, 0, 8, 2, 1, 0, 0, 0};
    NDList draws = new NDList(manager.zeros(new Shape(IMAGES, 1)));
    NDList views = kernel.call("views", floats, 1.0, copies, new double[] {2, 2}, draws);
    assertThat(views.get(0)).isEqualTo(before.mul(2));
    assertThat(views.get(1)).isEqualTo(before);
    views.get(1).addi(1);
    assertThat(floats).isEqualTo(before);
  }

  @Test
  void a_program_does_what_its_operations_do_one_by_one() {
    NDArray drawn = manager.full(new Shape(IMAGES, 5), 0.75f);
    long[] plan = {0, 0, 0, 4, 5, 1, 8, 2, 1};
    double[] numbers = {1, 0, 0, 0, 0.2, 0.5, 2.5};
    NDArray actual =
        kernel.call("views", images, SCALE, plan, numbers, new NDList(drawn, drawn)).get(0);
    ImageOperations operations = ImageOperations.of(harness.kernels());
    NDArray turn = manager.full(new Shape(IMAGES), 0.1f);
    NDArray turned = operations.hue(operations.scaled(images, SCALE), turn);
    assertThat(difference(actual, turned.mul(2))).isLessThan(1e-5f);
  }

  private NDList draws() {
    NDList draws = new NDList();
    for (int columns : new int[] {25, 2, 5, 1, 2, 1, 1}) {
      draws.add(manager.randomUniform(0, 1, new Shape(IMAGES, columns)));
    }
    draws.add(manager.randomNormal(0, 1, new Shape(IMAGES, 3, 9, 9), DataType.FLOAT32));
    draws.add(manager.randomUniform(0, 1, new Shape(IMAGES, 1, 9, 9)));
    return draws;
  }

  private static float difference(NDArray one, NDArray other) {
    return one.sub(other).abs().max().getFloat();
  }
}
