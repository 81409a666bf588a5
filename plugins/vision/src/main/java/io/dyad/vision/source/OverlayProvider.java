package io.dyad.vision.source;

import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code overlay}: two sets of images, one like the other but for something drawn over it.
 *
 * @since 0.1
 */
@Stable
public final class OverlayProvider implements DataSourceProvider<OverlayOptions> {
  @Override
  public String name() {
    return "overlay";
  }

  @Override
  public String summary() {
    return "images of one source, and images of another drawn over some of them";
  }

  @Override
  public String source() {
    return "as the background and target sets of Louiset et al. 2024 (SepCLR)";
  }

  @Override
  public Class<OverlayOptions> options() {
    return OverlayOptions.class;
  }

  @Override
  public DataSource create(OverlayOptions options, Setup setup) {
    return new Overlay(
        options, setup.create(options.base(), "base"), setup.create(options.over(), "over"));
  }
}
