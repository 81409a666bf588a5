package io.dyad.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.api.DeviceException;
import io.dyad.api.KernelException;
import io.dyad.api.NumericException;
import io.dyad.api.PluginException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(new PrintWriter(err), new PrintWriter(err), new PluginFolders());

  private int report(Throwable failure) {
    return new Failures(new DyadCommand()).report(failure, console);
  }

  @Test
  void every_category_has_its_exit_code() {
    assertThat(report(new ConfigurationException("x"))).isEqualTo(2);
    assertThat(report(new PluginException("x"))).isEqualTo(3);
    assertThat(report(new KernelException("x"))).isEqualTo(3);
    assertThat(report(new DataException("x"))).isEqualTo(4);
    assertThat(report(new NumericException("x"))).isEqualTo(5);
    assertThat(report(new DeviceException("x"))).isEqualTo(6);
    assertThat(report(new IllegalStateException("x"))).isEqualTo(1);
  }

  @Test
  void a_failure_that_is_no_mistake_of_the_user_is_one_line_and_a_hint() {
    report(new IllegalStateException("a surprise"));
    assertThat(err.toString().lines())
        .containsExactly(
            "java.lang.IllegalStateException: a surprise",
            "This is not your mistake; --debug shows where it happened.");
  }

  @Test
  void a_linkage_error_shows_the_jars_of_dyad_and_djl() {
    assertThat(report(new NoSuchMethodError("ai.djl.Gone.gone()"))).isEqualTo(ExitCode.PLUGIN);
    assertThat(err.toString())
        .contains("ai.djl.Gone.gone()", "Dyad and DJL come from:")
        .containsPattern("pytorch-engine 0.35.1  \\S+pytorch-engine-0.35.1.jar");
  }
}
