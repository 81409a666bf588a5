package io.dyad.api;

import java.util.OptionalLong;

/**
 * A stretch of training that a procedure asks for.
 *
 * @since 0.1
 */
@Experimental
public final class Stage {
  private final String name;
  private final OptionalLong epochs;

  private final boolean restarts;

  private Stage(String name, OptionalLong epochs, boolean restarts) {
    this.name = name;
    this.epochs = epochs;
    this.restarts = restarts;
  }

  /** Returns a stage of as many epochs as the configuration says. */
  public static Stage named(String name) {
    return new Stage(name, OptionalLong.empty(), false);
  }

  /** Returns a copy of the given length. */
  public Stage epochs(long count) {
    return new Stage(name, OptionalLong.of(count), restarts);
  }

  /**
   * Returns a copy whose learning-rate schedule runs from its beginning over this stage alone. A
   * stage without this goes on with the schedule of the whole run.
   */
  public Stage restart() {
    return new Stage(name, epochs, true);
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the length, if the procedure decides it. */
  public OptionalLong epochs() {
    return epochs;
  }

  /** Returns whether the learning-rate schedule starts anew. */
  public boolean restarts() {
    return restarts;
  }
}
