package io.dyad.contract.harness;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.Component;
import io.dyad.api.Needs;
import io.dyad.api.Provider;
import io.dyad.runtime.kernel.GradientMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A part under test with the parts it made inside itself, whose parameters, state and lifecycle are
 * the runtime's business and here this class's.
 *
 * @param <T> the part
 */
public final class Subject<T extends Component> implements AutoCloseable {
  private final T component;
  private final Map<String, Component> all = new LinkedHashMap<>();

  private Subject(T component, HarnessSetup setup) {
    this.component = component;
    all.put(setup.name(), component);
    all.putAll(setup.nested());
    parameters().values().forEach(array -> array.setRequiresGradient(true));
  }

  /**
   * Makes a part from what a configuration would say.
   *
   * @param options HOCON, as beside the provider's name in a configuration; empty for the defaults
   * @param setup of this part alone
   * @throws io.dyad.api.ConfigurationException if the options are wrong
   */
  public static <T extends Component> Subject<T> of(
      Provider<T, ?> provider, String options, HarnessSetup setup) {
    return new Subject<>(make(provider, options, setup), setup);
  }

  private static <T extends Component, O extends Record> T make(
      Provider<T, O> provider, String options, HarnessSetup setup) {
    return provider.create(BoundOptions.of(provider, options), setup);
  }

  /** Returns the part. */
  public T component() {
    return component;
  }

  /** Does something with the part and then with those inside it, such as {@code beforeStep}. */
  public void each(Consumer<? super Component> action) {
    all.values().forEach(action);
  }

  /** Returns what the part and those inside it need. */
  public Needs needs() {
    Needs sum = Needs.NOTHING.batch(1);
    for (Component each : all.values()) {
      Needs own = each.needs();
      sum = sum.views(own.views()).batch(own.batch());
      sum = fold(own.outputs(), sum, Needs::output);
      sum = fold(own.twins(), sum, Needs::twin);
      sum = fold(own.targets(), sum, Needs::target);
      sum = fold(own.banks(), sum, Needs::bank);
    }
    return sum;
  }

  private static Needs fold(Set<String> names, Needs start, BiFunction<Needs, String, Needs> add) {
    Needs sum = start;
    for (String name : names) {
      sum = add.apply(sum, name);
    }
    return sum;
  }

  /** Returns what is trained, by part, group and name. */
  public Map<String, NDArray> parameters() {
    Map<String, NDArray> named = new LinkedHashMap<>();
    all.forEach(
        (part, each) ->
            each.parameters()
                .groups()
                .forEach(
                    (group, arrays) ->
                        arrays.forEach(
                            (name, array) -> named.put(part + "." + group + "." + name, array))));
    return named;
  }

  /** Returns what survives a step without being trained, by part and name. */
  public Map<String, NDArray> state() {
    Map<String, NDArray> named = new LinkedHashMap<>();
    all.forEach(
        (part, each) -> each.state().forEach((name, array) -> named.put(part + "/" + name, array)));
    return named;
  }

  /** Takes over the parameters and the state of another subject, as a resumed run does. */
  public void resume(Subject<T> other) {
    Map<String, NDArray> trained = other.parameters();
    try (GradientMode ignored = GradientMode.disabled()) {
      parameters()
          .forEach(
              (name, array) -> array.set(new NDIndex("..."), requireNonNull(trained.get(name))));
      Map<String, NDArray> saved = new LinkedHashMap<>();
      other.state().forEach((name, array) -> saved.put(name, array.duplicate()));
      restore(saved);
    }
  }

  /** Takes back what {@link #state} gave. */
  public void restore(Map<String, NDArray> saved) {
    all.forEach(
        (part, each) -> {
          Map<String, NDArray> own = new LinkedHashMap<>();
          saved.forEach(
              (name, array) -> {
                if (name.startsWith(part + "/")) {
                  own.put(name.substring(part.length() + 1), array);
                }
              });
          each.restore(own);
        });
  }

  @Override
  public void close() {
    all.values().forEach(Component::close);
  }
}
