package io.dyad.contract.check;

import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/** Runs work with another number of engine threads. */
public final class TorchThreads {
  private TorchThreads() {}

  /** Returns what the work returns; the number is put back. */
  public static <T> T with(int threads, Supplier<T> work) {
    int before = JniUtils.getNumThreads();
    JniUtils.setNumThreads(threads);
    try {
      return work.get();
    } finally {
      JniUtils.setNumThreads(before);
    }
  }
}
