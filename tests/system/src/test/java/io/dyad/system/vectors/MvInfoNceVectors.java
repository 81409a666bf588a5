package io.dyad.system.vectors;

import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.AddressedVectors;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.mvinfonce.MvInfoNceProvider;
import io.dyad.contrast.pairs.InBatchProvider;
import java.util.Optional;

/** Each case holds the values of both published forms; gradients are those of the released one. */
public final class MvInfoNceVectors implements VectorAdapter {
  private final VectorAdapter released = form("code");
  private final VectorAdapter printed = form("as-printed");

  private static AddressedVectors form(String form) {
    return AddressedVectors.of(
            "mv-infonce", new MvInfoNceProvider(), new InBatchProvider(), "joint = true")
        .views("view")
        .option("form = " + form);
  }

  @Override
  public boolean accepts(VectorCase vector) {
    return released.accepts(vector);
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Outcome outcome = released.run(vector, harness);
    Optional.ofNullable(printed.run(vector, harness).outputs().get("loss"))
        .ifPresent(loss -> outcome.output("loss_as_printed", loss));
    return outcome;
  }
}
