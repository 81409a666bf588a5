package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Relation;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.hydra.ClassPairs;
import io.dyad.contrast.hydra.Gating;
import io.dyad.contrast.hydra.HydraEquation;
import io.dyad.contrast.hydra.PositiveAverage;
import io.dyad.toolkit.kernel.Scalars;
import java.util.List;
import java.util.Locale;

/** The loss of class pairs whose gates are given. */
public final class HydraLossVectors implements VectorAdapter {
  private static final List<String> DIFFERENTIABLE = List.of("z1", "z2", "gate");

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("hydra") && vector.inputs().containsKey("z1");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    Hyperparameters given = vector.hyperparameters();
    HydraEquation equation =
        new HydraEquation(
            harness.kernels(),
            Gating.valueOf(constant(given.text("gating"))),
            PositiveAverage.valueOf(constant(given.text("positive_average"))));
    NDArray[] rows =
        DIFFERENTIABLE.stream().map(name -> leaf(vector, name, harness)).toArray(NDArray[]::new);
    double repulsion = given.number("repulsion_alpha");
    NDArray logits =
        equation.logits(
            rows[0],
            rows[1],
            rows[2],
            Scalars.of(rows[0], -Math.log(given.number("temperature"))),
            Scalars.of(rows[0], repulsion),
            repulsion != 0);
    NDArray classes = HydraGateVectors.classes(vector, "anchor_class", harness);
    Relation.Block weights =
        ClassPairs.relation(
                classes, HydraGateVectors.classes(vector, "partner_class", harness), classes)
            .block(0, classes.size());
    NDArray loss =
        equation
            .contrast(
                logits,
                weights.positive().toType(rows[0].getDataType(), false),
                weights.denominator().toType(rows[0].getDataType(), false))
            .get(0);
    Outcome outcome = new Outcome().output("logits", logits).output("loss", loss);
    NDList gradients = harness.gradients(loss, rows);
    for (int i = 0; i < rows.length; i++) {
      outcome.gradient(DIFFERENTIABLE.get(i), gradients.get(i));
    }
    return outcome;
  }

  private static String constant(String text) {
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static NDArray leaf(VectorCase vector, String name, Harness harness) {
    RecordedArray recorded = vector.input(name);
    return harness.leaf(recorded.shape(), recorded.data());
  }
}
