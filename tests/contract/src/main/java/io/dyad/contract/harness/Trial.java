package io.dyad.contract.harness;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import io.dyad.api.Progress;
import io.dyad.toolkit.draws.SeededDraws;

/** One attempt at a check: surroundings of its own, a size, and a seed for the sample input. */
public final class Trial implements AutoCloseable {
  private final DataType type;
  private final Size size;
  private final long seed;
  private final Harness harness;

  /** Opens a trial on this thread. */
  public Trial(DataType type, Size size, long seed) {
    this.type = type;
    this.size = size;
    this.seed = seed;
    harness = new Harness(type);
  }

  /** Opens an equal trial, on the thread that asks. */
  public Trial again() {
    return new Trial(type, size, seed);
  }

  /** Returns the surroundings. */
  public Harness harness() {
    return harness;
  }

  /** Returns the type of the sample input. */
  public DataType type() {
    return type;
  }

  /** Returns the size of the sample input. */
  public Size size() {
    return size;
  }

  /** Returns the seed of the sample input, of parts and of contexts. */
  public long seed() {
    return seed;
  }

  /** Returns the random source of the sample input. */
  public Draws draws() {
    return new SeededDraws(seed, harness.manager()).at("sample input", 0);
  }

  /** Returns normal numbers of the trial's type, without a gradient. */
  public NDArray normal(String name, long... shape) {
    return draws().normal(name, new Shape(shape)).toType(type, false);
  }

  /** Returns a setup whose draws follow from the seed. */
  public HarnessSetup setup() {
    return harness.setup().with(new SeededDraws(seed, harness.manager()).at("setup", 0));
  }

  /** Returns the context of a step in training, with draws that follow from the seed. */
  public HarnessContext context(long step) {
    return context(step, harness.manager());
  }

  /** Returns the same context for a step with a manager of its own. */
  public HarnessContext context(long step, NDManager manager) {
    return harness
        .context(manager)
        .with(Progress.of(0, 1, step, step + 1))
        .with(new SeededDraws(seed, manager).at("step", step));
  }

  @Override
  public void close() {
    harness.close();
  }
}
