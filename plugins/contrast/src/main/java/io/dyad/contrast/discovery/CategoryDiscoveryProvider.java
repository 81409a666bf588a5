package io.dyad.contrast.discovery;

import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code category-discovery}.
 *
 * <p>Targets of training: {@code label}, -1 where training must not know it, {@code labelled}, 1 or
 * 0, and {@code true-label}, for evaluation only. Other splits have every label. Which samples of a
 * class stay, which keep their label, and which classes are frequent is drawn from the seed.
 */
@Stable
public final class CategoryDiscoveryProvider
    implements DataSourceProvider<CategoryDiscoveryOptions> {
  @Override
  public String name() {
    return "category-discovery";
  }

  @Override
  public String summary() {
    return "classes of unequal size, of which some have a few labels and others none; batches are half labelled";
  }

  @Override
  public String source() {
    return "Vaze et al. 2022 (Generalized Category Discovery); BaCon, arXiv 2310.01376";
  }

  @Override
  public Class<CategoryDiscoveryOptions> options() {
    return CategoryDiscoveryOptions.class;
  }

  @Override
  public DataSource create(CategoryDiscoveryOptions options, Setup setup) {
    return CategoryDiscovery.of(options, setup.create(options.of(), "of"), setup);
  }
}
