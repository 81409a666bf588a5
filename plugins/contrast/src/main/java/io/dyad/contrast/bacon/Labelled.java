package io.dyad.contrast.bacon;

import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;

/** One contrast of the labelled samples. */
final class Labelled implements PairSampler {
  private final LabelledOptions options;
  private final ChosenSamples samples;

  Labelled(LabelledOptions options, ChosenSamples samples) {
    this.options = options;
    this.samples = samples;
  }

  @Override
  public Needs needs() {
    return Outputs.of(options.output()).target(options.target());
  }

  @Override
  public Pairs sample(Encoded encoded, StepContext context) {
    return Pairs.of(
        samples.labelled(encoded, encoded.batch().targets().get(options.target()), context));
  }
}
