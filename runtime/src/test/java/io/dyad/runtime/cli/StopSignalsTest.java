package io.dyad.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dyad.runtime.training.StopRequest;
import io.dyad.runtime.training.StoppedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sun.misc.Signal;

@EnabledOnOs(OS.LINUX)
@Timeout(30)
class StopSignalsTest {
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(new PrintWriter(err), new PrintWriter(err), new PluginFolders());
  private final BlockingQueue<Integer> halted = new LinkedBlockingQueue<>();
  private final StopRequest stop = new StopRequest();

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void the_first_signal_asks_and_the_second_ends_at_once(String name, int code)
      throws IOException, InterruptedException {
    Signal signal = new Signal(name);
    assumeThat(isIgnored(signal)).isFalse();
    try (StopSignals signals = StopSignals.catching(stop, console, halted::add)) {
      assertThatCode(stop::check).doesNotThrowAnyException();
      Signal.raise(signal);
      while (signals.exitCode() != code) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      assertThatThrownBy(stop::check).isInstanceOf(StoppedException.class);
      assertThat(err.toString()).contains("once more to stop at once");
      assertThat(halted).isEmpty();

      Signal.raise(signal);
      assertThat(halted.poll(10, TimeUnit.SECONDS)).isEqualTo(code);
    }
  }

  /** The JVM leaves alone what its parent ignores, as shells do SIGINT for background jobs. */
  private static boolean isIgnored(Signal signal) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .anyMatch(mask -> (mask >>> (signal.getNumber() - 1) & 1) == 1);
  }
}
