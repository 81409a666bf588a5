package io.dyad.graph.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Context;
import io.dyad.api.Setup;
import java.util.List;

/** The activation between layers, and the slopes it needs. */
final class Rectifier {
  private static final double LEAST_SLOPE = 1.0 / 8;
  private static final double LARGEST_SLOPE = 1.0 / 3;
  private static final double FIRST_SLOPE = 0.25;

  private final Activation activation;
  private final boolean afterLast;
  private final List<Integer> widths;
  private final DataType type;
  private final NDList learnt;

  private Rectifier(
      Activation activation,
      boolean afterLast,
      List<Integer> widths,
      DataType type,
      NDList learnt) {
    this.activation = activation;
    this.afterLast = afterLast;
    this.widths = List.copyOf(widths);
    this.type = type;
    this.learnt = learnt;
  }

  /** Adds what is learnt to the weights. */
  static Rectifier of(
      Activation activation,
      boolean afterLast,
      List<Integer> widths,
      Setup setup,
      Weights weights) {
    if (activation == Activation.PRELU) {
      weights.constant("slope", 1, FIRST_SLOPE);
    }
    return new Rectifier(activation, afterLast, widths, setup.dataType(), weights.ending("slope"));
  }

  Activation activation() {
    return activation;
  }

  boolean afterLast() {
    return afterLast;
  }

  /** Returns by what numbers below zero are multiplied in evaluation. */
  double slope() {
    return switch (activation) {
      case RELU -> 0;
      case PRELU -> learnt.singletonOrThrow().toType(DataType.FLOAT64, false).getDouble();
      case RRELU -> (LEAST_SLOPE + LARGEST_SLOPE) / 2;
      case ELU -> throw new IllegalStateException("elu is not a line below zero");
    };
  }

  /** Returns the number of the activation in the kernel. */
  int code() {
    return switch (activation) {
      case RELU -> 0;
      case PRELU -> 1;
      case ELU -> 2;
      case RRELU -> 3;
    };
  }

  /** Returns the slopes that the kernel takes, one a layer for {@link Activation#RRELU}. */
  NDList slopes(long nodes, Context context) {
    if (activation != Activation.RRELU) {
      return learnt;
    }
    NDList slopes = new NDList();
    for (int layer = 0; layer < widths.size(); layer++) {
      slopes.add(
          context.mode().isTraining()
              ? drawn("slope-" + layer, new Shape(nodes, widths.get(layer)), context)
              : context.manager().full(new Shape(1), (float) slope(), type));
    }
    return slopes;
  }

  private NDArray drawn(String name, Shape shape, Context context) {
    NDArray drawn = context.draws().uniform(name, shape).toType(type, false);
    drawn.muli(LARGEST_SLOPE - LEAST_SLOPE);
    drawn.addi(LEAST_SLOPE);
    return drawn;
  }
}
