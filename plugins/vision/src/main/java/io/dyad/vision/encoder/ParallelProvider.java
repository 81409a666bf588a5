package io.dyad.vision.encoder;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Setup;
import io.dyad.api.Spec;
import io.dyad.api.Stable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Offers {@code parallel}: several encoders look at one view, each with weights of its own.
 *
 * @since 0.1
 */
@Stable
public final class ParallelProvider implements EncoderProvider<ParallelOptions> {
  @Override
  public String name() {
    return "parallel";
  }

  @Override
  public String summary() {
    return "several encoders of one view, an output each; together they are the representation";
  }

  @Override
  public Class<ParallelOptions> options() {
    return ParallelOptions.class;
  }

  @Override
  public Encoder create(ParallelOptions options, Setup setup) {
    if (options.encoders().isEmpty()) {
      throw new ConfigurationException(
          setup.name() + ".encoders is empty; name at least one output and its encoder");
    }
    if (options.encoders().containsKey(Embeddings.REPRESENTATION)) {
      throw new ConfigurationException(
          setup.name()
              + ".encoders: \"representation\" is all outputs together; choose another name");
    }
    Map<String, Encoder> encoders = new LinkedHashMap<>();
    for (Map.Entry<String, Spec<Encoder>> each : options.encoders().entrySet()) {
      encoders.put(each.getKey(), setup.create(each.getValue(), each.getKey()));
    }
    return new Parallel(encoders);
  }
}
