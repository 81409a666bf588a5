package io.dyad.medical.sepclr;

import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
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
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Losses over two views, where every other sample is a target. */
abstract class CodesContract extends LossContract {
  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    long batch = trial.size().batch();
    long[] domain = LongStream.range(0, batch).map(i -> (i + 1) % 2).toArray();
    Targets targets =
        Targets.of("domain", trial.harness().manager().create(domain))
            .with("size", trial.normal("size", batch).mul(0.2))
            .with("kind", trial.harness().manager().arange((int) batch).mod(3));
    return SampleRows.of(SampleRows.random(trial, needs, step).rows(), targets);
  }

  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    List<Rows> first = List.of(Rows.of("view-1", Embeddings.PROJECTION));
    List<Rows> second = List.of(Rows.of("view-2", Embeddings.PROJECTION));
    Structure positives = Structure.of(false, false, true);
    return Pairs.of(
        Contrast.of(
            first,
            second,
            Relation.of(positives, first, second, encoded.batch().size(), context.manager())));
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }

  /** The salient code lives in plain space. */
  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.LENGTH_OF_ROWS);
  }
}
