package io.dyad.contrast.bacon;

import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code self-balanced}.
 *
 * <p>Its pairs carry notes: {@code soft-label}, shape (N, C), {@code logit-adjustment} and {@code
 * keep-probability}, shape (C), and {@code chosen}, the positions of the samples that take part.
 */
@Stable
public final class SelfBalancedProvider implements PairSamplerProvider<SelfBalancedOptions> {
  @Override
  public String name() {
    return "self-balanced";
  }

  @Override
  public String summary() {
    return "pairs count as far as a classifier sees one class in both; of frequent classes only the most certain unlabelled samples take part";
  }

  @Override
  public String source() {
    return "BaCon, NeurIPS 2023, arXiv 2310.01376";
  }

  @Override
  public Class<SelfBalancedOptions> options() {
    return SelfBalancedOptions.class;
  }

  /** Asks for the shape of the logits, so that a missing network or head is found at once. */
  @Override
  public PairSampler create(SelfBalancedOptions options, Setup setup) {
    setup.shape(Rows.of("any", options.logits()).network(options.classifier()));
    return new SelfBalanced(
        options, new ChosenSamples(setup.kernels(), options.output()), setup.name());
  }
}
