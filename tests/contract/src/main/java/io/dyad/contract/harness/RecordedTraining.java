package io.dyad.contract.harness;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Encoded;
import io.dyad.api.LossValue;
import io.dyad.api.Metric;
import io.dyad.api.Parameters;
import io.dyad.api.Stage;
import io.dyad.api.StepContext;
import io.dyad.api.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Writes down what a procedure asks for, and does none of it. */
public final class RecordedTraining implements Training {
  private static final long WIDTH = 3;

  private final StepContext context;
  private final Stage stage;
  private final Parameters parameters;
  private final List<Metric> figures;
  private final List<String> asked = new ArrayList<>();

  /**
   * Creates a training.
   *
   * @param parameters what there is to be trained
   * @param figures what every evaluator gives
   */
  public RecordedTraining(
      StepContext context, Stage stage, Parameters parameters, List<Metric> figures) {
    this.context = context;
    this.stage = stage;
    this.parameters = parameters;
    this.figures = List.copyOf(figures);
  }

  /** Returns what was asked for so far, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public StepContext context() {
    return context;
  }

  @Override
  public Stage stage() {
    return stage;
  }

  @Override
  public Encoded encode(Batch batch) {
    asked.add("encode " + Arrays.toString(batch.ids()));
    Shape shape = new Shape(batch.size(), WIDTH);
    return FakeEncoded.projections(
        context.draws().normal("view-1", shape), context.draws().normal("view-2", shape));
  }

  @Override
  public LossValue optimise(String phase, Encoded encoded) {
    asked.add("optimise " + phase);
    return LossValue.of(context.manager().create(1f));
  }

  @Override
  public Parameters parameters(String pattern) {
    Pattern wanted = Pattern.compile("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E");
    Parameters found = Parameters.NONE;
    for (Map.Entry<String, Map<String, NDArray>> group : parameters.groups().entrySet()) {
      Map<String, NDArray> matching = new LinkedHashMap<>(group.getValue());
      matching.keySet().removeIf(name -> !wanted.matcher(group.getKey() + "." + name).matches());
      if (!matching.isEmpty()) {
        found = found.with(group.getKey(), matching);
      }
    }
    return found;
  }

  @Override
  public void snapshot(String name) {
    asked.add("snapshot " + name);
  }

  @Override
  public void rewind(String name) {
    asked.add("rewind " + name);
  }

  @Override
  public void mask(Map<String, NDArray> masks) {
    new TreeMap<>(masks)
        .forEach((name, mask) -> asked.add("mask " + name + " " + Arrays.toString(bits(mask))));
  }

  private static byte[] bits(NDArray mask) {
    return mask.toByteArray();
  }

  @Override
  public List<Metric> evaluate(String evaluator) {
    asked.add("evaluate " + evaluator);
    return figures;
  }
}
