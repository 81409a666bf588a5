package io.dyad.benchmark.drive;

import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;

/** Is told of each call of a kernel. */
interface CallListener {
  /** Called before the kernel, which may change its arguments. */
  void called(Kernel kernel, String function, Object... arguments);

  /** Called with what the kernel returned. */
  default void returned(Kernel kernel, NDList results) {}
}
