package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import io.dyad.api.Component;
import io.dyad.api.Provider;
import io.dyad.contract.check.PluginFiles;
import io.dyad.contract.check.ProviderFacts;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.Size;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import io.dyad.contract.harness.Trials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/**
 * What holds for every provider, and how the contracts of the parts reach theirs.
 *
 * <p>Every check runs in float64 on a small random input. When it fails it is tried on smaller
 * ones; the message tells the smallest that fails, and the seed.
 *
 * @param <T> what the provider makes
 */
public abstract class ProviderContract<T extends Component> {
  /** Returns the provider under test, made by its constructor without arguments. */
  protected abstract Provider<T, ?> provider();

  /** Returns its options as HOCON, as they would stand in a configuration; empty for defaults. */
  protected String options() {
    return "";
  }

  /** Returns how large the sample input is. */
  protected Size size() {
    return new Size(6, 4);
  }

  /** Returns the smallest sample input that is tried when a check fails. */
  protected Size least() {
    return Size.ONE;
  }

  /** Adds the networks, banks, shapes and example that the part asks its setup for. */
  protected void prepare(HarnessSetup setup, Trial trial) {}

  /** Makes the part do its work once; contracts say what that is. */
  protected abstract void use(Subject<T> subject, Trial trial);

  /** Makes a new part; two of the same trial are equal. */
  protected final Subject<T> subject(Trial trial) {
    return subject(trial, trial.setup());
  }

  /** Makes a new part whose initial values follow from another seed. */
  protected final Subject<T> subjectOfAnotherSeed(Trial trial) {
    return subject(trial, trial.setup().with(trial.draws().at("another seed", 0)));
  }

  private Subject<T> subject(Trial trial, HarnessSetup setup) {
    prepare(setup, trial);
    return Subject.of(provider(), options(), setup);
  }

  /** Runs a check in float64, and on smaller inputs if it fails. */
  protected final void check(Trials.Check check) {
    check(DataType.FLOAT64, check);
  }

  /** Runs a check in a floating-point type, and on smaller inputs if it fails. */
  protected final void check(DataType type, Trials.Check check) {
    check(type, size(), check);
  }

  /** Runs a check on an input of another size than {@link #size}, and on smaller ones. */
  protected final void check(DataType type, Size size, Trials.Check check) {
    Size least = least();
    Trials.run(type, size.batch(Math.max(size.batch(), least.batch())), least, check);
  }

  @Test
  void has_a_public_constructor_without_arguments() {
    assertThat(ProviderFacts.constructorProblems(provider())).isEmpty();
  }

  @Test
  void is_listed_in_its_service_file() {
    assertThat(PluginFiles.services(provider()))
        .as("the lines of META-INF/services/%s", ProviderFacts.service(provider()).getName())
        .contains(provider().getClass().getName());
  }

  @Test
  void has_a_name_a_summary_and_documented_options() {
    assertThat(ProviderFacts.descriptionProblems(provider())).isEmpty();
  }

  @Test
  void does_not_bundle_what_all_plugins_share() {
    assertThat(PluginFiles.bundled(provider().getClass()))
        .as("shared classes beside %s; give the dependency the scope \"provided\"", provider())
        .isEmpty();
  }

  @Test
  void works_with_a_foreign_context_class_loader() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader foreign = new URLClassLoader(new URL[0], null)) {
      check(
          trial -> {
            thread.setContextClassLoader(foreign);
            try (Subject<T> subject = subject(trial)) {
              use(subject, trial);
            } finally {
              thread.setContextClassLoader(before);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
