package io.dyad.contrast.batches;

import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code class-batches}. Labels are read once, when training first asks for the order of its
 * batches; a source that decodes pictures decodes them all for that.
 */
@Stable
public final class ClassBatchesProvider implements DataSourceProvider<ClassBatchesOptions> {
  @Override
  public String name() {
    return "class-batches";
  }

  @Override
  public String summary() {
    return "batches of P classes with K samples each, over any source with labels";
  }

  @Override
  public Class<ClassBatchesOptions> options() {
    return ClassBatchesOptions.class;
  }

  @Override
  public DataSource create(ClassBatchesOptions options, Setup setup) {
    return new ClassBatches(setup.create(options.source(), "source"), options, setup.manager());
  }
}
