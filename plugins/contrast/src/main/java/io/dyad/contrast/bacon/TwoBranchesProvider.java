package io.dyad.contrast.bacon;

import io.dyad.api.Procedure;
import io.dyad.api.ProcedureProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code two-branches}.
 *
 * <p>The authors' code updates the classifier before the contrast, with soft labels from before
 * that update. Here the contrast comes first: phases move different parameters, so that the numbers
 * are the same, and the classifier's encoding is still there for it, where a moved network is
 * encoded anew.
 */
@Stable
public final class TwoBranchesProvider implements ProcedureProvider<TwoBranchesOptions> {
  @Override
  public String name() {
    return "two-branches";
  }

  @Override
  public String summary() {
    return "a warm-up, then branches in turn on one encoding of each batch, with class counts estimated every few epochs";
  }

  @Override
  public String source() {
    return "BaCon, NeurIPS 2023, arXiv 2310.01376";
  }

  @Override
  public Class<TwoBranchesOptions> options() {
    return TwoBranchesOptions.class;
  }

  @Override
  public Procedure create(TwoBranchesOptions options, Setup setup) {
    return new TwoBranches(options, setup);
  }
}
