package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.Evaluation;
import io.dyad.api.Network;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.LongStream;

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

  private NDArray gather(String split, BiFunction<Batch, Context, NDArray> make) {
    NDList chunks = new NDList();
    long size = data.size(split);
    for (long from = 0; from < size; from += CHUNK) {
      try (NDScope scope = new NDScope();
          NDManager scratch = manager().newSubManager()) {
        scope.suppressNotUsedWarning();
        Context own = contexts.apply(scratch);
        long[] ids = LongStream.range(from, Math.min(size, from + CHUNK)).toArray();
        NDArray made = make.apply(data.fetch(split, ids, own), own).duplicate();
        made.attach(manager());
        NDScope.unregister(made);
        chunks.add(made);
      }
    }
    NDArray all = NDArrays.concat(chunks, 0);
    all.attach(manager());
    chunks.close();
    return all;
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
