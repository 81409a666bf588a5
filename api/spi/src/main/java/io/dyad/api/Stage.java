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

  private Stage(String name, OptionalLong epochs) {
    this.name = name;
    this.epochs = epochs;
  }

  /** Returns a stage of as many epochs as the configuration says. */
  public static Stage named(String name) {
    return new Stage(name, OptionalLong.empty());
  }

  /** Returns a copy of the given length. */
  public Stage epochs(long count) {
    return new Stage(name, OptionalLong.of(count));
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the length, if the procedure decides it. */
  public OptionalLong epochs() {
    return epochs;
  }
}
