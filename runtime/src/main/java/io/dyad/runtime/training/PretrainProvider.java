package io.dyad.runtime.training;

import io.dyad.api.Procedure;
import io.dyad.api.ProcedureProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code pretrain}.
 *
 * @since 0.1
 */
@Stable
public final class PretrainProvider implements ProcedureProvider<PretrainOptions> {
  @Override
  public String name() {
    return "pretrain";
  }

  @Override
  public String summary() {
    return "one phase on every batch, for as many epochs as train.epochs says";
  }

  @Override
  public Class<PretrainOptions> options() {
    return PretrainOptions.class;
  }

  @Override
  public Procedure create(PretrainOptions options, Setup setup) {
    return new Pretrain(options.phase());
  }
}
