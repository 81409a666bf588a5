package io.dyad.runtime.kernel;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Whether operations on this thread record gradients. The engine's mode is per thread, on by
 * default except on the thread that started the engine; say which you need:
 *
 * <pre>
 * try (GradientMode ignored = GradientMode.disabled()) { ... }
 * </pre>
 */
public final class GradientMode implements AutoCloseable {
  private final boolean before;

  private GradientMode(boolean recording) {
    before = JniUtils.isGradMode();
    JniUtils.setGradMode(recording);
  }

  /** Records from here on this thread until closed. */
  public static GradientMode enabled() {
    return new GradientMode(true);
  }

  /** Records nothing from here on this thread until closed. */
  public static GradientMode disabled() {
    return new GradientMode(false);
  }

  /** Puts the mode back to what it was; on the same thread. */
  @Override
  public void close() {
    JniUtils.setGradMode(before);
  }
}
