package io.dyad.runtime.experiment;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import io.dyad.runtime.options.Effective;
import io.dyad.runtime.options.EffectiveText;

/**
 * An experiment with the configuration it was bound from.
 *
 * @param experiment what is to be done
 * @param effective every value, defaults included, with its origin
 */
public record LoadedExperiment(Experiment experiment, Effective.Group effective) {
  /** Returns the configuration as HOCON with the origin of each value; it can be loaded again. */
  public String text() {
    return EffectiveText.write(effective);
  }

  /** Returns the configuration as JSON. */
  public String json() {
    return ConfigFactory.parseString(text())
        .root()
        .render(ConfigRenderOptions.concise().setFormatted(true));
  }
}
