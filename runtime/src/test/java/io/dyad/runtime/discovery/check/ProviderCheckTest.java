package io.dyad.runtime.discovery.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProviderCheckTest extends CheckedJar {
  @Test
  void a_class_that_is_not_public() throws IOException {
    isWrong(with("public final class", "final class"), "is not public", "public final class");
  }

  @Test
  void a_constructor_that_is_not_public() throws IOException {
    isWrong(with("public Made()", "private Made()"), "no public constructor", "remove its");
  }

  @Test
  void a_constructor_that_fails() throws IOException {
    isWrong(
        with("public Made() {}", "public Made() { throw new IllegalStateException(\"no\"); }"),
        "com.acme.Made fails while it is asked for its name and options: java.lang.IllegalState",
        "do no work");
  }

  @Test
  void a_name_that_is_not_kebab_case() throws IOException {
    isWrong(with("\"acme\"", "\"AcmeLoss\""), "has the name \"AcmeLoss\"", "my-loss");
  }

  @Test
  void a_name_that_is_taken() throws IOException {
    isWrong(with("\"acme\"", "\"soft\""), "has the name \"soft\" of io.dyad", "another name");
  }

  @Test
  void an_option_without_doc() throws IOException {
    isWrong(with("@Doc(\"softness\")", ""), "temperature has no @Doc", "annotations");
  }

  @Test
  void a_default_out_of_bounds() throws IOException {
    isWrong(with("\"0.2\"", "\"-1\""), "must be in (0, inf), got -1", "annotations");
  }

  @Test
  void a_default_that_is_no_hocon() throws IOException {
    isWrong(with("\"0.2\"", "\"[1\""), "is no HOCON", "annotations");
  }

  @Test
  void a_bound_that_is_none() throws IOException {
    isWrong(with("\"(0, inf)\"", "\"positive\""), "is no interval", "annotations");
  }

  @Test
  void a_required_option_is_no_mistake() throws IOException {
    assertThat(check(with("@Default(\"0.2\")", ""))).isEmpty();
  }

  @Test
  void a_provider_without_stability() throws IOException {
    isDoubtful(with("@Experimental", ""), "does not say how stable", "@Experimental or @Stable");
  }

  @Test
  void a_provider_without_summary() throws IOException {
    isDoubtful(with("\"a loss of Acme's\"", "\"\""), "has no summary", "one line");
  }

  @Test
  void a_plugin_that_needs_its_own_context_class_loader() throws IOException {
    isWrong(
        with(
            "return \"acme\";",
            "try { Thread.currentThread().getContextClassLoader().loadClass(\"com.acme.Made\"); }"
                + " catch (ClassNotFoundException e) { throw new IllegalStateException(e); }"
                + " return \"acme\";"),
        "fails while it is asked for its name",
        "do no work");
  }
}
