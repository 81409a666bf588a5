package io.dyad.contrast.cacr;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code cacr-queue}: the form of the authors' label-shift experiments. Keys of other views
 * attract; the rows of a queue and the other samples of the query's own view repel. Pairs are those
 * of {@code queue}.
 *
 * <p>The released code computes the products with the queue for the first view and reuses them for
 * all others; here each view has its own.
 */
@Stable
public final class CacrQueueProvider implements LossProvider<CacrQueueOptions> {
  @Override
  public String name() {
    return "cacr-queue";
  }

  @Override
  public String summary() {
    return "CACR with a queue: keys of a twin attract, its older keys and the batch repel";
  }

  @Override
  public String source() {
    return "arXiv 2105.03746 (CACR)";
  }

  @Override
  public Class<CacrQueueOptions> options() {
    return CacrQueueOptions.class;
  }

  @Override
  public Loss create(CacrQueueOptions options, Setup setup) {
    return new CacrQueue(options, setup.kernels().resource(CacrQueue.class, "cacr-queue"));
  }
}
