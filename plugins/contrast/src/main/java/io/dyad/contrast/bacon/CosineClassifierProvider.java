package io.dyad.contrast.bacon;

import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code cosine-classifier}. */
@Stable
public final class CosineClassifierProvider implements EncoderProvider<CosineClassifierOptions> {
  @Override
  public String name() {
    return "cosine-classifier";
  }

  @Override
  public String summary() {
    return "a head whose logits are the cosines of a row with a prototype of each class";
  }

  @Override
  public String source() {
    return "Caron et al. 2021 (DINO), last layer with unit scale; BaCon, arXiv 2310.01376";
  }

  @Override
  public Class<CosineClassifierOptions> options() {
    return CosineClassifierOptions.class;
  }

  @Override
  public Encoder create(CosineClassifierOptions options, Setup setup) {
    return CosineClassifier.of(options.classes(), setup);
  }
}
