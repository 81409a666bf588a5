package io.dyad.runtime.discovery.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.discovery.TestJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Checks a jar with one mistake in it: what is found is that mistake and no other. */
abstract class CheckedJar {
  static final ClassLoader OWN = CheckedJar.class.getClassLoader();
  static final String SERVICE = "META-INF/services/io.dyad.api.LossProvider";

  @TempDir Path folder;

  static TestJar good() {
    return new TestJar()
        .loss("com.acme.Made", "acme", "\"a loss of Acme's\"")
        .file("com/acme/sum.kernel", "def sum(self, x: Tensor) -> Tensor:\n  return x.sum()\n")
        .file("presets/index", "acme  what Acme does\n")
        .file("presets/acme.conf", "include \"presets/simple\"\nname = acme\n");
  }

  /** A provider of which one line is replaced. */
  static TestJar with(String line, String other) {
    String text =
        """
        package com.acme;
        import io.dyad.api.*;
        @Experimental
        public final class Made implements LossProvider<Made.Options> {
          public Made() {}
          public record Options(@Doc("softness") @Default("0.2") @Bound("(0, inf)") double temperature) {}
          public String name() { return "acme"; }
          public String summary() { return "a loss of Acme's"; }
          public Class<Options> options() { return Options.class; }
          public Loss create(Options options, Setup setup) { throw new UnsupportedOperationException(); }
        }
        """;
    assertThat(text).contains(line);
    return new TestJar()
        .source("com.acme.Made", text.replace(line, other))
        .file(SERVICE, "com.acme.Made\n");
  }

  List<Finding> check(TestJar jar) throws IOException {
    return PluginCheck.of(jar.write(folder.resolve("acme-1.0.jar")), Plugins.load(OWN), OWN);
  }

  private void finds(TestJar jar, Finding.Severity severity, String problem, String advice)
      throws IOException {
    assertThat(check(jar))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.where() + " " + finding.problem()).contains(problem);
              assertThat(finding.advice()).contains(advice);
            });
  }

  void isWrong(TestJar jar, String problem, String advice) throws IOException {
    finds(jar, Finding.Severity.ERROR, problem, advice);
  }

  void isDoubtful(TestJar jar, String problem, String advice) throws IOException {
    finds(jar, Finding.Severity.WARNING, problem, advice);
  }
}
