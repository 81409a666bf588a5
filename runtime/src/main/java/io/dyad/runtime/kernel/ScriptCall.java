package io.dyad.runtime.kernel;

import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import io.dyad.api.DeviceException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Calls a method of a module. DJL's public calls run in inference mode, whose results cannot enter
 * a graph, so this reaches for the two private members below.
 */
final class ScriptCall {
  private static final MethodHandle RUN;
  private static final MethodHandle WRAP;

  static {
    try {
      Class<?> library = Class.forName("ai.djl.pytorch.jni.PyTorchLibrary");
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(library, MethodHandles.lookup());
      MethodType run =
          MethodType.methodType(
              long.class, long.class, String.class, long[].class, boolean.class, boolean.class);
      RUN =
          lookup
              .findVirtual(library, "moduleRunMethod", run)
              .bindTo(lookup.findStaticGetter(library, "LIB", library).invoke());
      WRAP =
          MethodHandles.privateLookupIn(IValue.class, MethodHandles.lookup())
              .findConstructor(IValue.class, MethodType.methodType(void.class, long.class));
    } catch (Throwable e) {
      throw new DeviceException("kernels need the PyTorch engine of DJL 0.35", e);
    }
  }

  /**
   * The optimizing executor changes a graph after two runs, so a resumed run would not repeat the
   * numbers; it is also slower with gradients. The switch is per thread.
   */
  private static final ThreadLocal<Boolean> PREPARED =
      ThreadLocal.withInitial(
          () -> {
            JniUtils.setGraphExecutorOptimize(false);
            return true;
          });

  private ScriptCall() {}

  static IValue run(long module, String function, long[] arguments) {
    PREPARED.get();
    try {
      long result = (long) RUN.invokeExact(module, function, arguments, true, false);
      return (IValue) WRAP.invokeExact(result);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
