package io.dyad.contrast.cacr;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
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

/** Projections against those of the other view and a bank of seven rows. */
class CacrQueueContractTest extends LossContract {
  private static final int OLDER = 7;
  private static final Rows QUERY = Rows.of("view-1", Embeddings.PROJECTION);
  private static final Rows KEY = Rows.of("view-2", Embeddings.PROJECTION);
  private static final Rows QUEUE = Rows.bank("queue");

  @Override
  protected CacrQueueProvider provider() {
    return new CacrQueueProvider();
  }

  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    Map<Rows, NDArray> rows = new LinkedHashMap<>(SampleRows.random(trial, needs, step).rows());
    rows.put(QUEUE, trial.normal("queue " + step, OLDER, trial.size().width()));
    return SampleRows.of(rows, Targets.NONE);
  }

  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    long samples = encoded.batch().size();
    NDArray ones = encoded.get(KEY).getManager().ones(encoded.get(KEY).getShape());
    NDArray weights = ones.get(":, :1").repeat(1, samples + OLDER);
    return Pairs.of(
        Contrast.of(List.of(QUERY), List.of(KEY, QUEUE), Relation.of(weights, weights)));
  }

  @Override
  protected Set<Rows> stopped() {
    return Set.of(KEY);
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.ORDER_OF_VIEWS);
  }

  /** The weights of the queue's rows are constants for the gradient. */
  @Override
  protected boolean gradientIsWhole(String input) {
    return !input.equals(QUERY.toString());
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
