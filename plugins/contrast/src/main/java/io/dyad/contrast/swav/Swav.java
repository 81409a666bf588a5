package io.dyad.contrast.swav;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Bank;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import java.util.List;

/**
 * Owns the prototypes, and reads the pairs.
 *
 * <p>Prototypes are frozen here rather than by {@code train.groups}, so that the zero gradient is
 * part of what the loss is, with whatever optimiser. Decay does no harm meanwhile: it keeps the
 * direction of a row, and rows are given unit length before each step.
 */
final class Swav implements Loss {
  private final SwavEquation equation;
  private final SwavOptions options;
  private final Prototypes prototypes;
  private final List<Bank> queues;

  Swav(SwavEquation equation, SwavOptions options, Prototypes prototypes, List<Bank> queues) {
    this.equation = equation;
    this.options = options;
    this.prototypes = prototypes;
    this.queues = List.copyOf(queues);
    equation.normalize(prototypes.all());
  }

  @Override
  public Parameters parameters() {
    return prototypes.parameters();
  }

  /** The codes of one sample are uniform, whatever it shows. */
  @Override
  public Needs needs() {
    Needs needs = Needs.NOTHING.views(2).batch(2);
    for (Bank queue : queues) {
      needs = needs.bank(queue.name());
    }
    return options.output().equals(Embeddings.REPRESENTATION)
        ? needs
        : needs.output(options.output());
  }

  @Override
  public void beforeStep(StepContext context) {
    equation.normalize(prototypes.all());
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    boolean queued = queuesTakePart(context);
    Swaps plan = new Swaps(pairs, queued ? queues.size() : 0);
    NDList rows = new NDList(plan.views().stream().map(encoded::get).toList());
    check(rows);
    if (queued) {
      queues.forEach(queue -> rows.add(encoded.get(Rows.bank(queue.name()))));
    }
    boolean frozen = context.progress().step() < options.frozenSteps();
    NDList result = equation.swapped(rows, plan, prototypes.all(), frozen);
    return LossValue.of(result.get(0))
        .observe("code-entropy", result.get(1))
        .observe("prediction-entropy", result.get(2));
  }

  private boolean queuesTakePart(StepContext context) {
    return !queues.isEmpty()
        && context.progress().epoch() >= options.queueFromEpoch()
        && queues.stream().allMatch(queue -> queue.size() == queue.capacity());
  }

  private static void check(NDList rows) {
    long samples = rows.head().getShape().get(0);
    for (NDArray view : rows) {
      if (view.getShape().get(0) != samples || samples < 2) {
        throw new ConfigurationException(
            "swav needs views of the same two or more samples, but they have %s rows"
                .formatted(rows.stream().map(each -> each.getShape().get(0)).toList()));
      }
    }
  }
}
