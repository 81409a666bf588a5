package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Limited-memory BFGS with a backtracking line search.
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization, algorithms 7.4 and 3.1.
 */
final class Lbfgs {
  private static final int HISTORY = 10;
  private static final int BACKTRACKS = 30;
  private static final double SUFFICIENT_DECREASE = 1e-4;

  /** A place with its value and gradient. */
  record Point(NDArray place, double value, NDArray gradient) {}

  /** What is minimised. */
  interface Objective {
    /** Returns value and gradient at a place. */
    Point at(NDArray place);
  }

  private record Correction(NDArray step, NDArray change, double curvature) {
    void close() {
      step.close();
      change.close();
    }
  }

  private Lbfgs() {}

  /**
   * Returns a place where the largest gradient component is below {@code tolerance}, or the best
   * after so many iterations. {@code start} is closed; arrays of an iteration die with it.
   */
  static NDArray minimise(Objective objective, NDArray start, int iterations, double tolerance) {
    Deque<Correction> history = new ArrayDeque<>();
    Point current = objective.at(start);
    for (int i = 0; i < iterations; i++) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        if (current.gradient().abs().max().getDouble() < tolerance) {
          break;
        }
        NDArray direction = direction(current.gradient(), history);
        Point next = search(objective, current, direction, history.isEmpty());
        if (next == current) {
          break;
        }
        remember(history, current, next);
        current.gradient().close();
        current.place().close();
        NDScope.unregister(next.place(), next.gradient());
        current = next;
      }
    }
    history.forEach(Correction::close);
    current.gradient().close();
    return current.place();
  }

  private static void remember(Deque<Correction> history, Point from, Point to) {
    NDArray step = to.place().sub(from.place());
    NDArray change = to.gradient().sub(from.gradient());
    double curvature = dot(step, change);
    if (curvature > 0) {
      NDScope.unregister(step, change);
      history.addLast(new Correction(step, change, curvature));
      if (history.size() > HISTORY) {
        history.removeFirst().close();
      }
    }
  }

  /** The two loops of algorithm 7.4. */
  private static NDArray direction(NDArray gradient, Deque<Correction> history) {
    NDArray direction = gradient.neg();
    double[] alphas = new double[history.size()];
    int i = alphas.length;
    for (Iterator<Correction> newest = history.descendingIterator(); newest.hasNext(); ) {
      Correction correction = newest.next();
      alphas[--i] = dot(correction.step(), direction) / correction.curvature();
      direction = direction.sub(correction.change().mul(alphas[i]));
    }
    if (!history.isEmpty()) {
      Correction last = history.getLast();
      direction = direction.mul(last.curvature() / dot(last.change(), last.change()));
    }
    for (Correction correction : history) {
      double beta = dot(correction.change(), direction) / correction.curvature();
      direction = direction.add(correction.step().mul(alphas[i++] - beta));
    }
    return direction;
  }

  private static Point search(Objective objective, Point from, NDArray direction, boolean first) {
    double slope = dot(from.gradient(), direction);
    double length = first ? Math.min(1, 1 / Math.sqrt(dot(from.gradient(), from.gradient()))) : 1;
    for (int i = 0; i < BACKTRACKS; i++) {
      Point reached = objective.at(from.place().add(direction.mul(length)));
      if (reached.value() <= from.value() + SUFFICIENT_DECREASE * length * slope) {
        return reached;
      }
      length /= 2;
    }
    return from;
  }

  private static double dot(NDArray first, NDArray second) {
    return first.mul(second).sum().getDouble();
  }
}
