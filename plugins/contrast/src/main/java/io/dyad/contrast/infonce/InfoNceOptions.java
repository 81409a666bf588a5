package io.dyad.contrast.infonce;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.Optional;

/**
 * Options of {@code info-nce}.
 *
 * @param temperature divides the similarities
 * @param normalize whether rows are scaled to unit length
 * @param baseTemperature scales the loss by temperature / base-temperature, if it is there
 */
public record InfoNceOptions(
    @Doc("softness of the contrast; divides the similarities") @Default("0.2") @Bound("(0, inf)")
        double temperature,
    @Doc("whether rows are scaled to unit length, so that similarities are cosines")
        @Default("true")
        boolean normalize,
    @Doc("scales the loss by temperature / base-temperature; absent: not scaled") @Bound("(0, inf)")
        Optional<Double> baseTemperature) {
  /** Options of a loss that is not scaled. */
  public InfoNceOptions(double temperature, boolean normalize) {
    this(temperature, normalize, Optional.empty());
  }

  /** Returns what the mean over the anchors is multiplied by. */
  double factor() {
    return temperature / baseTemperature.orElse(temperature);
  }
}
