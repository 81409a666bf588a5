package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.Evaluation;
import io.dyad.api.Network;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** One evaluation of one subject; embeds each split once, however many evaluators ask. */
public final class EvaluationRun implements Evaluation, ForwardingContext {
  /** Samples that are embedded in one call. */
  private static final int CHUNK = 500;

  private final Data data;
  private final Subject subject;
  private final Function<NDManager, Context> contexts;
  private final Context context;
  private final Map<String, NDArray> embedded = new HashMap<>();
  private final Map<String, NDArray> targets = new HashMap<>();

  /**
   * Creates an evaluation.
   *
   * @param contexts makes an evaluation context over a manager
   * @param manager owns what is kept until the evaluation ends
   */
  public EvaluationRun(
      Data data, Subject subject, Function<NDManager, Context> contexts, NDManager manager) {
    this.data = data;
    this.subject = subject;
    this.contexts = contexts;
    this.context = contexts.apply(manager);
  }

  @Override
  public NDArray embed(String output, String split) {
    return embedded.computeIfAbsent(
        output + " of " + split,
        key -> gather(split, (batch, own) -> subject.embed(output, data.plain(batch, own), own)));
  }

  @Override
  public NDArray target(String name, String split) {
    return targets.computeIfAbsent(
        name + " of " + split, key -> gather(split, (batch, own) -> batch.targets().get(name)));
  }

  private NDArray gather(String split, SampleChunks.Reading<NDArray> reading) {
    GatheredRows gathered = new GatheredRows(manager(), data.size(split));
    SampleChunks samples = new SampleChunks(data, contexts, manager());
    samples
        .ids(split, CHUNK)
        .forEach(
            ids ->
                samples.read(
                    split,
                    ids,
                    (batch, own) -> {
                      gathered.add(reading.of(batch, own));
                      return ids;
                    }));
    return gathered.rows();
  }

  @Override
  public Data data() {
    return data;
  }

  @Override
  public Network network(String name) {
    return subject.network(name);
  }

  @Override
  public Context context() {
    return context;
  }
}
