package io.dyad.runtime.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Whether the process was asked to end by SIGINT or SIGTERM. Its end waits until this is closed,
 * but not for ever: training saves and stops after the step that runs.
 */
public final class StopRequest implements BooleanSupplier, AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::await, "dyad-stop");
  private volatile boolean requested;
  private volatile boolean asked;

  private StopRequest() {}

  /** Begins to listen. */
  public static StopRequest listen() {
    StopRequest request = new StopRequest();
    Runtime.getRuntime().addShutdownHook(request.hook);
    return request;
  }

  /** Before the first step there is nothing to save, so nobody waits. */
  private void await() {
    requested = true;
    if (asked) {
      try {
        closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean getAsBoolean() {
    asked = true;
    return requested;
  }

  /** Lets the process end. */
  @Override
  public void close() {
    closed.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException endsAlready) {
        requested = true;
      }
    }
  }
}
