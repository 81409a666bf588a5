package io.dyad.contract.vectors;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** One reference vector, read from a JSON file. */
public final class VectorCase {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final String method;
  private final String name;
  private final JsonNode root;
  private final Hyperparameters hyperparameters;
  private final Map<String, RecordedArray> inputs;

  private VectorCase(String method, String name, JsonNode root) {
    this.method = method;
    this.name = name;
    this.root = root;
    this.hyperparameters = new Hyperparameters(root.path("hyperparameters"));
    this.inputs = RecordedArray.all(root.path("inputs"));
  }

  /**
   * Reads a file. A case without a name takes the file's, one without a method the folder's.
   *
   * @throws IllegalArgumentException if the file is not a reference vector; the message names it
   */
  public static VectorCase read(Path file) {
    try {
      JsonNode root = JSON.readTree(file.toFile());
      String base = file.getFileName().toString().replaceFirst("\\.json$", "");
      Path path = file.toAbsolutePath();
      String folder = path.getName(Math.max(0, path.getNameCount() - 2)).toString();
      return new VectorCase(
          root.path("method").asText(folder), root.path("case").asText(base), root);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** Returns the method, such as {@code simclr}. */
  public String method() {
    return method;
  }

  /** Returns the name of the case within its method. */
  public String name() {
    return name;
  }

  /** Returns the hyperparameters. */
  public Hyperparameters hyperparameters() {
    return hyperparameters;
  }

  /** Returns the inputs by name. */
  public Map<String, RecordedArray> inputs() {
    return inputs;
  }

  /** Returns an input. */
  public RecordedArray input(String input) {
    RecordedArray array = inputs.get(input);
    if (array == null) {
      throw new IllegalArgumentException(
          "the case has no input \"" + input + "\"; it has " + inputs.keySet());
    }
    return array;
  }

  /** Returns the expected outputs by name. */
  public Map<String, RecordedArray> outputs() {
    return RecordedArray.all(root.path("outputs"));
  }

  /** Returns the expected gradients by the name of the input. */
  public Map<String, RecordedArray> gradients() {
    return RecordedArray.all(root.path("gradients"));
  }

  /**
   * Returns the recorded draws in the order of use, each an object with the kind as its only key;
   * missing if the case draws nothing. Their note in the file says what they mean.
   */
  public JsonNode randomDraws() {
    return root.path("random_draws");
  }

  /** Returns by how much a number may differ from the expected one. */
  public double tolerance(double expected) {
    JsonNode tolerance = root.path("tolerance");
    return tolerance.path("atol").asDouble(1e-6)
        + tolerance.path("rtol").asDouble(1e-5) * Math.abs(expected);
  }

  @Override
  public String toString() {
    return method + "/" + name;
  }
}
