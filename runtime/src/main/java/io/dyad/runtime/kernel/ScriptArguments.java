package io.dyad.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;

/** The arguments of one call as engine values, freed on close. */
final class ScriptArguments implements AutoCloseable {
  private final IValue[] values;
  private final PtNDManager owner;

  private ScriptArguments(IValue[] values, PtNDManager owner) {
    this.values = values;
    this.owner = owner;
  }

  static ScriptArguments of(Object... arguments) {
    PtNDManager owner = owner(arguments);
    ScriptArguments converted = new ScriptArguments(new IValue[arguments.length], owner);
    try {
      for (int i = 0; i < arguments.length; i++) {
        converted.values[i] = value(arguments[i], i);
      }
      return converted;
    } catch (RuntimeException e) {
      converted.close();
      throw e;
    }
  }

  /** Returns the manager of the first array, which owns the results. */
  PtNDManager owner() {
    return owner;
  }

  long[] handles() {
    long[] handles = new long[values.length];
    for (int i = 0; i < handles.length; i++) {
      handles[i] = values[i].getHandle();
    }
    return handles;
  }

  @Override
  public void close() {
    for (IValue value : values) {
      if (value != null) {
        value.close();
      }
    }
  }

  private static PtNDManager owner(Object[] arguments) {
    for (Object argument : arguments) {
      if (argument instanceof NDArray array) {
        return torch(array).getManager();
      }
      if (argument instanceof NDList list && !list.isEmpty()) {
        return torch(list.get(0)).getManager();
      }
    }
    throw new IllegalArgumentException(
        "a kernel needs at least one array among its arguments, to know who owns the results");
  }

  private static IValue value(Object argument, int position) {
    if (argument instanceof NDArray array) {
      return IValue.from(torch(array));
    }
    if (argument instanceof NDList list) {
      return IValue.listFrom(list.stream().map(ScriptArguments::torch).toArray(PtNDArray[]::new));
    }
    if (argument instanceof Long || argument instanceof Integer) {
      return IValue.from(((Number) argument).longValue());
    }
    if (argument instanceof Double || argument instanceof Float) {
      return IValue.from(((Number) argument).doubleValue());
    }
    if (argument instanceof Boolean truth) {
      return IValue.from(truth);
    }
    if (argument instanceof String text) {
      return IValue.from(text);
    }
    if (argument instanceof long[] numbers) {
      return IValue.listFrom(numbers);
    }
    if (argument instanceof double[] numbers) {
      return IValue.listFrom(numbers);
    }
    throw new IllegalArgumentException(
        "argument "
            + (position + 1)
            + " of a kernel is a "
            + argument.getClass().getName()
            + "; pass NDArray, NDList, int, long, float, double, boolean, String, long[] or"
            + " double[]");
  }

  private static PtNDArray torch(NDArray array) {
    if (array instanceof PtNDArray torch) {
      return torch;
    }
    throw new IllegalArgumentException(
        "a kernel takes arrays of the PyTorch engine, not " + array.getClass().getName());
  }
}
