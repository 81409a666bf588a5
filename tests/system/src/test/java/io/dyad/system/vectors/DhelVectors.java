package io.dyad.system.vectors;

import io.dyad.api.Embeddings;
import io.dyad.api.Rows;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.AddressedVectors;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.dhel.DhelProvider;
import io.dyad.contrast.dhel.MvDhelProvider;
import io.dyad.contrast.kcl.KclProvider;
import io.dyad.contrast.pairs.InBatchProvider;
import io.dyad.contrast.wrapper.AverageViewProvider;
import io.dyad.contrast.wrapper.PairwiseProvider;
import java.util.List;

/** DHEL, KCL, MV-DHEL, and the lifts of DHEL to several views that MV-DHEL is compared with. */
public final class DhelVectors implements VectorAdapter {
  private static final List<VectorAdapter> ADAPTERS =
      List.of(
          two(AddressedVectors.of("dhel", new KclProvider(), new InBatchProvider(), ""))
              .when(vector -> vector.hyperparameters().has("kernel")),
          two(AddressedVectors.of("dhel", new DhelProvider(), new InBatchProvider(), "")),
          lifted(
                  AddressedVectors.of(
                      "mv-dhel", new PairwiseProvider(), new InBatchProvider(), "joint = true"))
              .when(vector -> isLift(vector) && vector.name().contains("pair")),
          lifted(
                  AddressedVectors.of(
                      "mv-dhel", new AverageViewProvider(), new InBatchProvider(), "joint = true"))
              .when(DhelVectors::isLift),
          AddressedVectors.of(
                  "mv-dhel", new MvDhelProvider(), new InBatchProvider(), "joint = true")
              .views("view"));

  @Override
  public boolean accepts(VectorCase vector) {
    return ADAPTERS.stream().anyMatch(adapter -> adapter.accepts(vector));
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    return ADAPTERS.stream()
        .filter(adapter -> adapter.accepts(vector))
        .findFirst()
        .orElseThrow()
        .run(vector, harness);
  }

  private static boolean isLift(VectorCase vector) {
    return vector.hyperparameters().has("aggregation");
  }

  private static AddressedVectors two(AddressedVectors vectors) {
    return vectors
        .row("anchor", Rows.of("view-1", Embeddings.PROJECTION))
        .row("positive", Rows.of("view-2", Embeddings.PROJECTION));
  }

  private static AddressedVectors lifted(AddressedVectors vectors) {
    return vectors
        .views("view")
        .option("loss.use = dhel")
        .renamed("temperature", "loss.temperature")
        .implied("aggregation");
  }
}
