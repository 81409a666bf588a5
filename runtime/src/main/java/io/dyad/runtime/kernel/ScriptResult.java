package io.dyad.runtime.kernel;

import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import io.dyad.api.KernelException;

/** Unpacks what a kernel returned: an array, a list, a tuple, or tuples of those. */
final class ScriptResult {
  private ScriptResult() {}

  static NDList arrays(IValue value, PtNDManager owner) {
    NDList arrays = new NDList();
    collect(value, owner, arrays);
    return arrays;
  }

  private static void collect(IValue value, PtNDManager owner, NDList arrays) {
    if (value.isTensor()) {
      arrays.add(value.toTensor(owner));
    } else if (value.isTensorList()) {
      arrays.addAll(new NDList(value.toTensorArray(owner)));
    } else if (value.isTuple()) {
      collectEach(value.toIValueTuple(), owner, arrays);
    } else if (value.isList()) {
      collectEach(value.toIValueArray(), owner, arrays);
    } else {
      throw new KernelException(
          "a kernel returns Tensor, List[Tensor] or a tuple of them, not " + value.getType());
    }
  }

  private static void collectEach(IValue[] values, PtNDManager owner, NDList arrays) {
    try {
      for (IValue value : values) {
        collect(value, owner, arrays);
      }
    } finally {
      for (IValue value : values) {
        value.close();
      }
    }
  }
}
