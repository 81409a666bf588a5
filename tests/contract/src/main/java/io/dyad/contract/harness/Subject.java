package io.dyad.contract.harness;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Component;
import io.dyad.api.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
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
