package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.contrast.amcl.AmclEquation;
import io.dyad.contrast.amcl.TemperatureOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The equations of AMCL, whose temperatures are given or come from given networks. */
public final class AmclVectors implements VectorAdapter {
  private static final List<String> NETWORK = List.of("weight1", "bias1", "weight2", "bias2");

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("amcl");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    vector.hyperparameters().implied("heads");
    AmclEquation equation = new AmclEquation(harness.kernels());
    Map<String, NDArray> inputs = new LinkedHashMap<>();
    vector
        .inputs()
        .forEach((name, array) -> inputs.put(name, harness.leaf(array.shape(), array.data())));
    Outcome outcome = new Outcome();
    NDArray total;
    if (inputs.containsKey("weight1")) {
      total = temperature(vector, equation, inputs, outcome);
    } else if (inputs.containsKey("negatives")) {
      total = contrast(vector, equation, inputs, outcome);
    } else {
      total = barlow(vector, equation, inputs, outcome);
    }
    NDList gradients = harness.gradients(total, inputs.values().toArray(NDArray[]::new));
    int i = 0;
    for (String name : inputs.keySet()) {
      outcome.gradient(name, gradients.get(i++));
    }
    return outcome;
  }

  /** Gradients of these cases are those of the mean regulariser. */
  private static NDArray temperature(
      VectorCase vector, AmclEquation equation, Map<String, NDArray> inputs, Outcome outcome) {
    TemperatureOptions limits =
        new TemperatureOptions(
            1,
            vector.hyperparameters().number("lower_limit"),
            vector.hyperparameters().number("upper_limit"));
    NDList networks = new NDList(NETWORK.stream().map(inputs::get).toList());
    NDArray anchor = input(inputs, "anchor");
    NDArray temperature = equation.temperature(anchor, input(inputs, "other"), networks, limits);
    NDArray regulariser = equation.regulariser(temperature, anchor.getShape().get(2));
    outcome.output("temperature", temperature).output("regulariser", regulariser);
    return regulariser.mean();
  }

  private static NDArray contrast(
      VectorCase vector, AmclEquation equation, Map<String, NDArray> inputs, Outcome outcome) {
    NDArray anchor = input(inputs, "anchor");
    NDArray positive = equation.similarity(anchor, input(inputs, "positive"));
    NDArray negative = equation.similarity(anchor.expandDims(2), input(inputs, "negatives"));
    int count = vector.hyperparameters().integer("hardest_negatives");
    NDArray hardest = equation.hardest(negative, count);
    NDArray chosen = negative.gather(hardest, 2);
    NDArray weight = chosen.stopGradient().onesLike().div(count);
    NDArray loss =
        equation.chosen(
            positive.expandDims(2),
            input(inputs, "positive_temperature").expandDims(2),
            positive.stopGradient().onesLike().expandDims(2),
            chosen,
            input(inputs, "negative_temperature").gather(hardest, 2),
            weight,
            anchor.getShape().get(2),
            vector.hyperparameters().number("beta"));
    NDArray index = hardest.toType(DataType.FLOAT64, false);
    outcome
        .output("loss", loss)
        .output("positive_similarity", positive)
        .output("negative_similarity", negative)
        .output("hardest_index", count == 1 ? index.squeeze(2) : index);
    return loss;
  }

  private static NDArray barlow(
      VectorCase vector, AmclEquation equation, Map<String, NDArray> inputs, Outcome outcome) {
    NDArray correlation = equation.correlation(input(inputs, "z1"), input(inputs, "z2"));
    NDArray loss =
        equation.decorrelated(
            correlation,
            input(inputs, "positive_temperature"),
            input(inputs, "negative_temperature"),
            vector.hyperparameters().number("lambda"),
            vector.hyperparameters().number("beta"));
    outcome.output("loss", loss).output("cross_correlation", correlation);
    return loss;
  }

  private static NDArray input(Map<String, NDArray> inputs, String name) {
    NDArray array = inputs.get(name);
    if (array == null) {
      throw new IllegalArgumentException("the case has no input \"" + name + "\"");
    }
    return array;
  }
}
