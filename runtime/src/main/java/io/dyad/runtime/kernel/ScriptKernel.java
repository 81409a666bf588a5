package io.dyad.runtime.kernel;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import io.dyad.api.Kernel;

/** One loaded module. */
final class ScriptKernel implements Kernel {
  private final String name;
  private final ScriptSource source;
  private final PtSymbolBlock module;

  ScriptKernel(String name, ScriptSource source, PtSymbolBlock module) {
    this.name = name;
    this.source = source;
    this.module = module;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public NDList call(String function, Object... arguments) {
    try (ScriptArguments values = ScriptArguments.of(arguments);
        IValue result = ScriptCall.run(module.getHandle(), function, values.handles())) {
      return ScriptResult.arrays(result, values.owner());
    } catch (EngineException e) {
      throw source.failure(e);
    }
  }
}
