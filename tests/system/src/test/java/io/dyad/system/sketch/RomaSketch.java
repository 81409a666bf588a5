package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Contrast;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.EpochContext;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Spec;
import io.dyad.api.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** ROMA: every row an inner loss will read passes one random matrix, redrawn every few epochs. */
final class RomaSketch {
  private RomaSketch() {}

  record Options(
      @Doc("the loss that sees the mapped rows") Spec<Loss> base,
      @Doc("epochs between two draws of the matrix") @Default("10") long interval) {}

  static final class RandomMapping implements Loss {
    private final Loss base;
    private final NDArray matrix;
    private final long interval;

    RandomMapping(Options options, Setup setup) {
      this(
          setup.create(options.base(), "base"),
          square(setup, setup.shape(Rows.of("view-1", Embeddings.PROJECTION)).get(0)),
          options.interval());
    }

    RandomMapping(Loss base, NDArray matrix, long interval) {
      this.base = base;
      this.matrix = matrix;
      this.interval = interval;
    }

    private static NDArray square(Setup setup, long width) {
      return setup.manager().zeros(new Shape(width, width), setup.dataType());
    }

    @Override
    public Map<String, NDArray> state() {
      return Map.of("matrix", matrix);
    }

    @Override
    public void onEpochStart(EpochContext context) {
      long epoch = context.progress().epoch();
      if (epoch == 0 || (epoch + 1) % interval == 0) {
        NDArray drawn = context.draws().normal("matrix", matrix.getShape());
        matrix.muli(0).addi(drawn);
      }
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      Encoded mapped = encoded;
      for (Rows rows : addresses(pairs)) {
        mapped = mapped.with(rows, encoded.get(rows).matMul(matrix));
      }
      return base.evaluate(mapped, pairs, context);
    }

    private static List<Rows> addresses(Pairs pairs) {
      List<Rows> all = new ArrayList<>();
      for (Contrast contrast : pairs.contrasts()) {
        all.addAll(contrast.anchors());
        all.addAll(contrast.keys());
      }
      return all.stream().distinct().toList();
    }
  }
}
