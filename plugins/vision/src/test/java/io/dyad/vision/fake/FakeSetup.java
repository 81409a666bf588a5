package io.dyad.vision.fake;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Bank;
import io.dyad.api.Draws;
import io.dyad.api.Kernels;
import io.dyad.api.Network;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Spec;
import io.dyad.api.View;
import io.dyad.runtime.kernel.ScriptKernels;
import java.util.Optional;

/** A set-up on the CPU with real kernels, for parts that stand alone. */
public record FakeSetup(NDManager manager, Optional<View> example, long seed) implements Setup {
  private static final Kernels KERNELS = new ScriptKernels(Device.cpu());

  public static FakeSetup of(NDManager manager) {
    return new FakeSetup(manager, Optional.empty(), 1);
  }

  public FakeSetup example(View view) {
    return new FakeSetup(manager, Optional.of(view), seed);
  }

  public FakeSetup seed(long other) {
    return new FakeSetup(manager, example, other);
  }

  @Override
  public String name() {
    return "part";
  }

  @Override
  public Device device() {
    return Device.cpu();
  }

  @Override
  public DataType dataType() {
    return DataType.FLOAT32;
  }

  @Override
  public Kernels kernels() {
    return KERNELS;
  }

  @Override
  public Draws draws() {
    return new FakeDraws(seed, manager, new long[0]);
  }

  @Override
  public <T> T create(Spec<T> nested, String name) {
    throw new UnsupportedOperationException("no nested parts here");
  }

  @Override
  public Network network(String name) {
    throw new UnsupportedOperationException("no networks here");
  }

  @Override
  public Bank bank(String name) {
    throw new UnsupportedOperationException("no banks here");
  }

  @Override
  public Shape shape(Rows rows) {
    throw new UnsupportedOperationException("no rows here");
  }
}
