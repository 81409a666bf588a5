package io.dyad.contrast.hydra;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.EpochContext;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.NumericException;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.Relation;
import io.dyad.api.StepContext;
import io.dyad.contrast.views.AddressedRows;
import io.dyad.toolkit.kernel.Scalars;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Looks at each contrast through the gates of the anchors' class pairs, and averages. */
final class Hydra implements Loss {
  static final String SCALE = "log-scale";
  static final String REPULSION = "repulsion";

  private final HydraEquation equation;
  private final HydraOptions options;
  private final Optional<GateNetwork> gates;
  private final Map<String, NDArray> scalars;
  private final String published;

  /**
   * Creates the loss.
   *
   * @param scalars those that are trained: the logarithm of one by the temperature, and the
   *     repulsion
   * @param published under which name relations of classes are published
   */
  Hydra(
      HydraEquation equation,
      HydraOptions options,
      Optional<GateNetwork> gates,
      Map<String, NDArray> scalars,
      String published) {
    this.equation = equation;
    this.options = options;
    this.gates = gates;
    this.scalars = scalars;
    this.published = published;
  }

  /** The gates' batch norms need two pairs. */
  @Override
  public Needs needs() {
    return Needs.NOTHING.batch(2);
  }

  @Override
  public Parameters parameters() {
    Map<String, NDArray> all = new LinkedHashMap<>();
    gates.ifPresent(network -> all.putAll(network.parameters()));
    all.putAll(scalars);
    return all.isEmpty() ? Parameters.NONE : Parameters.NONE.with("gates", all);
  }

  @Override
  public Map<String, NDArray> state() {
    return gates.map(GateNetwork::state).orElse(Map.of());
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    if (pairs.contrasts().isEmpty()) {
      throw new ConfigurationException(
          "hydra needs at least one contrast, but the pair sampler returned none; set pairs { use = class-pairs }");
    }
    Optional<NDArray> window =
        gates.map(
            network ->
                network.gates(
                    note(pairs, ClassPairs.ANCHOR_CLASS),
                    note(pairs, ClassPairs.PARTNER_CLASS),
                    context.mode().isTraining()));
    NDList sum = new NDList();
    for (Contrast contrast : pairs.contrasts()) {
      NDList each = contrasted(encoded, contrast, window);
      sum = sum.isEmpty() ? each : added(sum, each);
    }
    NDArray count = Scalars.of(sum.head(), pairs.contrasts().size());
    NDArray contrast = sum.get(0).div(count);
    return window
        .map(gate -> gated(contrast, gate))
        .orElse(LossValue.of(contrast))
        .observe("positives", sum.get(1).div(count))
        .observe("negatives", sum.get(2).div(count));
  }

  private NDList contrasted(Encoded encoded, Contrast contrast, Optional<NDArray> window) {
    NDArray anchors = AddressedRows.stacked(encoded, contrast.anchors());
    NDArray keys = AddressedRows.stacked(encoded, contrast.keys());
    long rows = anchors.getShape().get(0);
    NDArray gate =
        window.orElseGet(
            () -> anchors.getManager().ones(anchors.getShape(), anchors.getDataType()));
    if (gate.getShape().get(0) != rows) {
      throw new ConfigurationException(
          "hydra needs one class pair an anchor, but got %d of %d anchors; set pairs { use = class-pairs }"
              .formatted(gate.getShape().get(0), rows));
    }
    Relation.Block weights = contrast.relation().block(0, rows);
    NDArray logits =
        equation.logits(anchors, keys, gate, logScale(anchors), repulsion(anchors), repels());
    NDList result =
        equation.contrast(
            logits,
            weights.positive().toType(anchors.getDataType(), false),
            weights.denominator().toType(anchors.getDataType(), false));
    if (options.average() == PositiveAverage.ALL_PAIRS
        && !anchors.getDevice().isGpu()
        && result.get(1).toType(DataType.FLOAT64, false).getDouble() == 0) {
      throw new NumericException(
          "hydra: no anchor of the batch has a positive, so that a mean over all pairs is no number; use larger batches, pairs { type = arbitrary }, or average = per-anchor");
    }
    return result;
  }

  private LossValue gated(NDArray contrast, NDArray gate) {
    NDList openness = gates.orElseThrow().openness(gate);
    NDArray entropy = openness.get(1);
    NDArray total =
        options.entropyWeight() == 0
            ? contrast
            : contrast.add(entropy.mul(Scalars.of(entropy, options.entropyWeight())));
    return LossValue.of(total)
        .term("contrast", contrast)
        .observe("open-dimensions", openness.get(0))
        .observe("gate-entropy", entropy);
  }

  private static NDArray note(Pairs pairs, String name) {
    return pairs
        .note(name)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "hydra needs the class pair of each anchor, and these pairs have none; set pairs { use = class-pairs }"));
  }

  private static NDList added(NDList first, NDList second) {
    NDList sums = new NDList();
    for (int i = 0; i < first.size(); i++) {
      sums.add(first.get(i).add(second.get(i)));
    }
    return sums;
  }

  private NDArray logScale(NDArray like) {
    NDArray learned = scalars.get(SCALE);
    return learned == null ? Scalars.of(like, -Math.log(options.temperature())) : learned;
  }

  private boolean repels() {
    return options.learnRepulsion() || options.repulsion() > 0;
  }

  private NDArray repulsion(NDArray like) {
    NDArray learned = scalars.get(REPULSION);
    return learned == null ? Scalars.of(like, options.repulsion()) : learned;
  }

  /** How alike classes are in the eyes of their gates; kept for later steps and in checkpoints. */
  @Override
  public void onEpochEnd(EpochContext context) {
    gates.ifPresent(network -> context.publish(published, network.relations(context.manager())));
  }
}
