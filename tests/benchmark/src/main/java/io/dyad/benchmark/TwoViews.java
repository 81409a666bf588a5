package io.dyad.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.List;

/** Random rows in place of what an encoder makes of two views. */
final class TwoViews {
  private TwoViews() {}

  /** Returns two arrays with gradients, each of shape (rows, width). */
  static NDList drawn(int rows, int width, NDManager manager) {
    SeededDraws draws = new SeededDraws(1, manager);
    NDList views = new NDList();
    for (String name : List.of("first", "second")) {
      NDArray view = draws.normal(name, new Shape(rows, width));
      view.setRequiresGradient(true);
      views.add(view);
    }
    return views;
  }
}
