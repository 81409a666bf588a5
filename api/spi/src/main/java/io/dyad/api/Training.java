package io.dyad.api;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;

/**
 * What a procedure can do in a step or between stages.
 *
 * @since 0.1
 */
@Experimental
public interface Training {
  /** Returns the context of the step. */
  StepContext context();

  /** Returns the stage this step belongs to. */
  Stage stage();

  /**
   * Returns the batch with its views; networks run when rows are asked for.
   *
   * <p>Views are made once a step: a second call with the same batch has the same views. Networks
   * run anew in every call, with their parameters as they are then and with dropout of its own.
   */
  Encoded encode(Batch batch);

  /**
   * Evaluates the terms of a phase, and moves the phase's parameters one step down their gradient.
   * Other parameters are differentiable but do not change.
   *
   * @param phase a phase of the configuration; {@code main} has all terms and all parameters
   */
  LossValue optimise(String phase, Encoded encoded);

  /**
   * Returns the parameters whose full name matches a pattern, in which {@code *} stands for any
   * text. The full name of an array is its group here and its name, joined by a dot.
   */
  Parameters parameters(String pattern);

  /** Remembers all parameters, moments and state under a name; kept in checkpoints. */
  void snapshot(String name);

  /** Puts parameters, moments and state back to a snapshot; masks stay. */
  void rewind(String name);

  /** Holds parameters at zero where their mask (by full name) is zero, from now on. */
  void mask(Map<String, NDArray> masks);

  /** Runs a configured evaluator now. */
  List<Metric> evaluate(String evaluator);
}
