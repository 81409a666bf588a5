package io.dyad.contrast.triplet;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code triplet}: a hinge, averaged over the triplets it is active for (zero if there is
 * none, where the released code has no number), and a smooth term over all triplets. The terms are
 * {@code triplet} and {@code smooth}, the latter before its factor.
 */
@Stable
public final class TripletProvider implements LossProvider<TripletOptions> {
  @Override
  public String name() {
    return "triplet";
  }

  @Override
  public String summary() {
    return "the partner should be closer than each negative: hinge and smooth term";
  }

  @Override
  public String source() {
    return "arXiv 2107.10419 (Trip-ROMA)";
  }

  @Override
  public Class<TripletOptions> options() {
    return TripletOptions.class;
  }

  @Override
  public Loss create(TripletOptions options, Setup setup) {
    return new Triplet(options, setup.kernels().resource(Triplet.class, "triplet"));
  }
}
