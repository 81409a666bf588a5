package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Component;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Data;
import io.dyad.runtime.options.ResolvedSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A component with its place in the configuration, the manager of its arrays, and the parts nested
 * in it, so that parameters, state and lifecycle of wrapped parts need no forwarding by their
 * wrapper.
 */
public final class Part<T extends Component> implements AutoCloseable {
  private final String path;
  private final T component;
  private final NDManager manager;
  private final List<Part<?>> nested;
  private final ResolvedSpec<?> spec;

  Part(String path, T component, NDManager manager, List<Part<?>> nested, ResolvedSpec<?> spec) {
    this.path = path;
    this.spec = spec;
    this.component = component;
    this.manager = manager;
    this.nested = List.copyOf(nested);
  }

  /** Returns the place in the configuration, such as {@code objective.main.loss}. */
  public String path() {
    return path;
  }

  /** Returns the component. */
  public T component() {
    return component;
  }

  /** Returns this part and all parts nested in it, outermost first. */
  public Stream<Part<?>> all() {
    return Stream.concat(Stream.of(this), nested.stream().flatMap(Part::all));
  }

  /** Returns the trainable arrays of this part and those nested in it by full name. */
  public Map<String, NDArray> parameters() {
    Map<String, NDArray> named = new LinkedHashMap<>();
    all()
        .forEach(
            part ->
                part.component
                    .parameters()
                    .groups()
                    .forEach(
                        (group, arrays) ->
                            arrays.forEach(
                                (name, array) ->
                                    named.put(part.path + "." + group + "." + name, array))));
    return named;
  }

  /** Starts the component; what is made in its own manager stays. */
  void start(Data data, Frame frame) {
    try {
      component.start(data, frame.step(path));
    } catch (ConfigurationException e) {
      throw SettingException.of(spec, e);
    }
  }

  /** Returns what the component makes; if it objects to its configuration, with file and line. */
  <R> R made(Function<T, R> work) {
    try {
      return work.apply(component);
    } catch (ConfigurationException e) {
      throw SettingException.of(spec, e).at(spec.origin());
    }
  }

  /** Returns the place of its block in the configuration, which is not always its name. */
  String setting() {
    return spec.path();
  }

  /** Closes this part and not the nested ones, which {@link #all} gives to the owner. */
  @Override
  public void close() {
    component.close();
    manager.close();
  }
}
