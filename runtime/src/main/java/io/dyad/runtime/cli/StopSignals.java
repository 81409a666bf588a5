package io.dyad.runtime.cli;

import io.dyad.runtime.training.StopRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Turns SIGINT and SIGTERM into a request to stop, while it is open; a second signal ends the
 * process at once, of which a run folder takes no harm.
 */
final class StopSignals implements AutoCloseable {
  private static final List<String> NAMES = List.of("INT", "TERM");

  private final StopRequest stop;
  private final Console console;
  private final IntConsumer halt;
  private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
  private int received;

  private StopSignals(StopRequest stop, Console console, IntConsumer halt) {
    this.stop = stop;
    this.console = console;
    this.halt = halt;
  }

  static StopSignals catching(StopRequest stop, Console console) {
    return catching(stop, console, Runtime.getRuntime()::halt);
  }

  static StopSignals catching(StopRequest stop, Console console, IntConsumer halt) {
    StopSignals signals = new StopSignals(stop, console, halt);
    NAMES.forEach(signals::handle);
    return signals;
  }

  private void handle(String name) {
    Signal signal = new Signal(name);
    try {
      before.put(signal, Signal.handle(signal, this::receive));
    } catch (IllegalArgumentException takenByTheSystem) {
      console.warn("SIG" + name + " ends this process without saving it");
    }
  }

  private synchronized void receive(Signal signal) {
    if (received > 0) {
      halt.accept(ExitCode.of(signal.getNumber()));
      return;
    }
    received = signal.getNumber();
    console.warn("stopping where nothing is lost; once more to stop at once");
    stop.make();
  }

  /** Returns the exit code of a process that a signal ended. */
  synchronized int exitCode() {
    return ExitCode.of(received);
  }

  @Override
  public void close() {
    before.forEach(Signal::handle);
  }
}
