package io.dyad.vision.source;

import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code npz}. */
@Stable
public final class NpzProvider implements DataSourceProvider<NpzOptions> {
  @Override
  public String name() {
    return "npz";
  }

  @Override
  public String summary() {
    return "images and classes in a NumPy archive";
  }

  @Override
  public Class<NpzOptions> options() {
    return NpzOptions.class;
  }

  @Override
  public DataSource create(NpzOptions options, Setup setup) {
    DataPath.existing(options.path(), "path", setup);
    return new TableSource(NpzImages.read(options));
  }
}
