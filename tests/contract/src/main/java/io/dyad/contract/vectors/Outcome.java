package io.dyad.contract.vectors;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;

/** What our parts made of a case: outputs by name, gradients by the name of the input. */
public final class Outcome {
  private final Map<String, NDArray> outputs = new LinkedHashMap<>();
  private final Map<String, NDArray> gradients = new LinkedHashMap<>();

  /** Adds an output and returns this outcome. */
  public Outcome output(String name, NDArray value) {
    outputs.put(name, value);
    return this;
  }

  /** Adds the gradient of an input and returns this outcome. */
  public Outcome gradient(String input, NDArray value) {
    gradients.put(input, value);
    return this;
  }

  /** Returns the outputs. */
  public Map<String, NDArray> outputs() {
    return outputs;
  }

  /** Returns the gradients. */
  public Map<String, NDArray> gradients() {
    return gradients;
  }
}
