package io.dyad.contrast.hydra;

import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers {@code class-pairs}. Draws are named {@code partner} (a permutation of the batch, for
 * arbitrary pairs) and {@code distance} (of classes less one, for distinct pairs).
 */
@Stable
public final class ClassPairsProvider implements PairSamplerProvider<ClassPairsOptions> {
  private static final Logger LOG = LoggerFactory.getLogger(ClassPairsProvider.class);

  @Override
  public String name() {
    return "class-pairs";
  }

  @Override
  public String summary() {
    return "samples of a second class are positives, which may be any class";
  }

  @Override
  public String source() {
    return "Rethinking Positive Pairs in Contrastive Learning, arXiv 2410.18200";
  }

  @Override
  public Class<ClassPairsOptions> options() {
    return ClassPairsOptions.class;
  }

  @Override
  public PairSampler create(ClassPairsOptions options, Setup setup) {
    if (options.classes() == 2 && options.type() != ClassPairType.IDENTICAL) {
      LOG.warn(
          "{}: with two classes a pair of both leaves no negatives, and its loss is zero",
          setup.name());
    }
    boolean[] allowed = ExcludedPairs.allowed(options.exclude(), options.classes(), setup.name());
    return new ClassPairsSampler(options, setup.manager().create(allowed));
  }
}
