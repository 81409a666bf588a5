package io.dyad.benchmark.drive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.dyad.api.Kernel;
import java.util.ArrayList;
import java.util.List;

/** Keeps the calls of one step from encoding on, to make them again. */
final class StepCalls implements CallListener {
  private final NDManager manager;
  private final List<StepCall> calls = new ArrayList<>();
  private boolean open;

  /** Creates it; {@code manager} owns what must outlive the step. */
  StepCalls(NDManager manager) {
    this.manager = manager;
  }

  /** Begins to keep calls. */
  void begin() {
    open = true;
  }

  /** Keeps no more calls. */
  void end() {
    open = false;
  }

  List<StepCall> all() {
    return calls;
  }

  /** Returns the rows of all views that the first call encodes. */
  NDArray rows() {
    return (NDArray) calls.get(0).arguments()[0];
  }

  @Override
  public void called(Kernel kernel, String function, Object... arguments) {
    StepCall call = new StepCall(kernel, function, arguments.clone());
    if (open && call.counts()) {
      if (calls.isEmpty()) {
        NDArray rows = ((NDArray) arguments[0]).duplicate();
        rows.attach(manager);
        NDScope.unregister(rows);
        call.arguments()[0] = rows;
      }
      calls.add(call);
    }
  }
}
