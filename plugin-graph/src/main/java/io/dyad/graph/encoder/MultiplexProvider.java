package io.dyad.graph.encoder;

import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Experimental;
import io.dyad.api.Setup;
import io.dyad.api.View;

/**
 * Offers {@code multiplex}: the mean of what one encoder makes of several graphs of the same nodes,
 * the parts of a composite view. A view that is a single graph goes straight to the encoder.
 */
@Experimental
public final class MultiplexProvider implements EncoderProvider<MultiplexOptions> {
  @Override
  public String name() {
    return "multiplex";
  }

  @Override
  public String summary() {
    return "the mean of what one encoder makes of several graphs of the same nodes";
  }

  @Override
  public Class<MultiplexOptions> options() {
    return MultiplexOptions.class;
  }

  @Override
  public Encoder create(MultiplexOptions options, Setup setup) {
    View example =
        setup
            .example()
            .orElseThrow(
                () -> new IllegalStateException(setup.name() + " was given no example view"));
    View part = Multiplex.parts(example).iterator().next();
    return new Multiplex(setup.create(options.encoder(), "encoder", part));
  }
}
