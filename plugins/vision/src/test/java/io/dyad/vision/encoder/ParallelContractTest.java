package io.dyad.vision.encoder;

import java.util.Set;

class ParallelContractTest extends BatchStatisticsContract {
  @Override
  protected ParallelProvider provider() {
    return new ParallelProvider();
  }

  @Override
  protected String options() {
    return "encoders { shape { use = mlp, widths = [6, 5] }, colour { use = mlp, widths = [4] } }";
  }

  @Override
  protected Set<String> outputs() {
    return Set.of("representation", "shape", "colour");
  }
}
