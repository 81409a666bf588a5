package io.dyad.contrast.hydra;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Offers {@code hydra}. Where gates are learned, it publishes after each epoch how alike the gates
 * of the classes are: cosines, shape (classes, classes), under the name {@code
 * PLACE.class-relations}, such as {@code objective.main.loss.class-relations}.
 */
@Stable
public final class HydraProvider implements LossProvider<HydraOptions> {
  @Override
  public String name() {
    return "hydra";
  }

  @Override
  public String summary() {
    return "contrast of class pairs, each seen through a gate of its own";
  }

  @Override
  public String source() {
    return "Rethinking Positive Pairs in Contrastive Learning, arXiv 2410.18200";
  }

  @Override
  public Class<HydraOptions> options() {
    return HydraOptions.class;
  }

  @Override
  public Loss create(HydraOptions options, Setup setup) {
    Map<String, NDArray> scalars = new LinkedHashMap<>();
    if (options.learnTemperature()) {
      scalars.put(Hydra.SCALE, scalar(-Math.log(options.temperature()), setup));
    }
    if (options.learnRepulsion()) {
      scalars.put(Hydra.REPULSION, scalar(options.repulsion(), setup));
    }
    return new Hydra(
        new HydraEquation(setup.kernels(), options.gating(), options.average()),
        options,
        options.gates() == GateKind.LEARNED
            ? Optional.of(InitialGates.of(options, dimensions(options, setup), setup))
            : Optional.empty(),
        scalars,
        setup.name() + ".class-relations");
  }

  private static long dimensions(HydraOptions options, Setup setup) {
    return setup.shape(Rows.of("any", options.output())).size();
  }

  private static NDArray scalar(double value, Setup setup) {
    NDArray array =
        setup
            .manager()
            .full(new Shape(1), (float) value, DataType.FLOAT32)
            .toType(setup.dataType(), false);
    array.attach(setup.manager());
    return array;
  }
}
