package io.dyad.runtime.wiring;

import ai.djl.Device;
import com.google.inject.AbstractModule;
import com.google.inject.name.Names;
import io.dyad.api.Kernels;
import io.dyad.runtime.engine.RunningEngine;

/**
 * Binds the engine: {@link RunningEngine}, {@link Device}, {@link Kernels}, and the constants named
 * {@link #SEED} and {@link #THREADS}.
 */
public final class EngineModule extends AbstractModule {
  /** The name of the constant that random numbers start from. */
  public static final String SEED = "seed";

  /** The name of the constant that says how many threads an operation has. */
  public static final String THREADS = "threads";

  private final RunningEngine engine;
  private final long seed;
  private final Kernels kernels;

  /** Creates the module of a started engine. */
  public EngineModule(RunningEngine engine, long seed, Kernels kernels) {
    this.engine = engine;
    this.seed = seed;
    this.kernels = kernels;
  }

  @Override
  protected void configure() {
    bind(RunningEngine.class).toInstance(engine);
    bind(Device.class).toInstance(engine.device());
    bind(Kernels.class).toInstance(kernels);
    bindConstant().annotatedWith(Names.named(SEED)).to(seed);
    bindConstant().annotatedWith(Names.named(THREADS)).to(engine.threads());
  }
}
