package io.dyad.contrast.bacon;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.Kernel;
import io.dyad.api.Parameters;
import io.dyad.api.Setup;
import io.dyad.api.View;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Map;

/** Cosines of rows (N, D) with the prototypes, whose length does not count. */
final class CosineClassifier implements Encoder {
  private final Kernel kernel;
  private final NDArray prototypes;

  private CosineClassifier(Kernel kernel, NDArray prototypes) {
    this.kernel = kernel;
    this.prototypes = prototypes;
  }

  static CosineClassifier of(int classes, Setup setup) {
    View example =
        setup
            .example()
            .orElseThrow(
                () -> new IllegalStateException(setup.name() + " was given no example view"));
    long width = rows(example).getShape().get(1);
    NDArray drawn = setup.draws().normal("prototypes", new Shape(classes, width));
    NDArray prototypes = drawn.toType(setup.dataType(), false).toDevice(setup.device(), false);
    prototypes.attach(setup.manager());
    return new CosineClassifier(
        setup.kernels().resource(CosineClassifier.class, "cosine-classifier"), prototypes);
  }

  private static NDArray rows(View view) {
    if (view instanceof TensorView tensor && tensor.tensor().getShape().dimension() == 2) {
      return tensor.tensor();
    }
    throw new DataException(
        "encoder \"cosine-classifier\" takes a TensorView of rows (N, D), but the view is a %s of %s; put it on an output such as representation"
            .formatted(view.getClass().getSimpleName(), shapes(view)));
  }

  private static List<Shape> shapes(View view) {
    return view.tensors().stream().map(NDArray::getShape).toList();
  }

  @Override
  public Embeddings encode(View view, Context context) {
    NDArray rows = rows(view);
    if (rows.getShape().get(1) != prototypes.getShape().get(1)) {
      throw new DataException(
          "encoder \"cosine-classifier\" takes rows of %d numbers, but the view has shape %s"
              .formatted(prototypes.getShape().get(1), rows.getShape()));
    }
    NDArray logits =
        kernel
            .call("logits", rows.toType(prototypes.getDataType(), false), prototypes)
            .singletonOrThrow();
    logits.attach(context.manager());
    return Embeddings.of(logits);
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(Map.of("prototypes", prototypes));
  }
}
