package io.dyad.contrast.views;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Pairs;
import java.util.List;

/** The contrasts of a step. */
public final class Contrasts {
  private Contrasts() {}

  /**
   * Returns the contrasts of the pairs.
   *
   * @param loss who asks, for messages
   * @throws ConfigurationException if there is none
   */
  public static List<Contrast> of(String loss, Pairs pairs) {
    if (pairs.contrasts().isEmpty()) {
      throw new ConfigurationException(
          loss + " needs at least one contrast, but the pair sampler returned none");
    }
    return pairs.contrasts();
  }
}
