package io.dyad.runtime.evaluation;

import io.dyad.api.Evaluator;
import io.dyad.api.EvaluatorProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code partition-probe}.
 *
 * @since 0.1
 */
@Stable
public final class PartitionProbeProvider implements EvaluatorProvider<PartitionProbeOptions> {
  @Override
  public String name() {
    return "partition-probe";
  }

  @Override
  public String summary() {
    return "logistic regression within one split, parted by a target or at random (nodes of a graph); penalty chosen on validation samples; accuracy, macro-F1, AUC";
  }

  @Override
  public String source() {
    return "Velickovic et al. 2019 (DGI), section 4; Zhu et al. 2021 (GCA), section 4.1.2";
  }

  @Override
  public Class<PartitionProbeOptions> options() {
    return PartitionProbeOptions.class;
  }

  @Override
  public Evaluator create(PartitionProbeOptions options, Setup setup) {
    return new PartitionProbeEvaluator(options, new LogisticRegression(setup.kernels()));
  }
}
