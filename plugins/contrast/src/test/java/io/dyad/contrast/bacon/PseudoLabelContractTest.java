package io.dyad.contrast.bacon;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.api.Targets;
import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Predictions learn from projections here, so that what teaches can be told from what learns; half
 * of the samples have a label.
 */
class PseudoLabelContractTest extends LossContract {
  private static final List<Rows> STUDENTS =
      List.of(Rows.of("view-1", "prediction"), Rows.of("view-2", "prediction"));
  private static final List<Rows> TEACHERS =
      List.of(Rows.of("view-1", "projection"), Rows.of("view-2", "projection"));

  @Override
  protected PseudoLabelProvider provider() {
    return new PseudoLabelProvider();
  }

  @Override
  protected String options() {
    return "student-temperature = 0.5, first-teacher-temperature = 0.4";
  }

  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    for (List<Rows> addresses : List.of(STUDENTS, TEACHERS)) {
      for (Rows each : addresses) {
        rows.put(
            each,
            trial.normal(
                each + " " + step, trial.size().batch(), Math.max(2, trial.size().width())));
      }
    }
    long[] labels = new long[trial.size().batch()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 2 == 0 ? i / 2 % 2 : -1;
    }
    return SampleRows.of(rows, Targets.of(Targets.LABEL, trial.harness().manager().create(labels)));
  }

  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    Structure partners = Structure.of(false, false, false);
    return Pairs.of(
        Contrast.of(
            STUDENTS,
            TEACHERS,
            Relation.of(partners, STUDENTS, TEACHERS, encoded.batch().size(), context.manager())));
  }

  @Override
  protected Set<Rows> stopped() {
    return Set.copyOf(TEACHERS);
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.LENGTH_OF_ROWS);
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
