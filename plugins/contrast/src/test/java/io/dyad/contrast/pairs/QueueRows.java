package io.dyad.contrast.pairs;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.Network;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Targets;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Trial;
import java.util.LinkedHashMap;
import java.util.Map;

/** Two views with twins and a bank, and their pairs. */
public final class QueueRows {
  /** The queries. */
  public static final Rows ANCHORS = Rows.of("view-1", "projection");

  /** The keys of the twin. */
  public static final Rows KEYS = Rows.of("view-2", "projection").target();

  /** The bank. */
  public static final Rows BANK = Rows.bank("queue");

  private QueueRows() {}

  /** Returns random rows of views, twins and bank, without targets. */
  public static SampleRows random(Trial trial, Needs needs, long step) {
    SampleRows views = SampleRows.random(trial, needs.twin(Network.MAIN), step);
    Map<Rows, NDArray> rows = new LinkedHashMap<>(views.rows());
    rows.put(BANK, trial.normal("queue", 9, trial.size().width()));
    return SampleRows.of(rows, Targets.NONE);
  }

  /** Returns what {@code queue} makes of them. */
  public static Pairs pairs(Encoded encoded, StepContext context, boolean bothWays) {
    QueueOptions options =
        new QueueOptions("projection", "projection", true, "queue", bothWays, true);
    try (Harness harness = new Harness()) {
      return new QueueProvider().create(options, harness.setup()).sample(encoded, context);
    }
  }
}
