package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.Network;
import io.dyad.api.View;
import io.dyad.runtime.experiment.Group;
import io.dyad.runtime.experiment.NetworkOptions;
import io.dyad.runtime.kernel.GradientMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A named network: the body that is trained and, if configured, its momentum twin. */
public final class TrainedNetwork implements Network {
  private final String name;
  private final NetworkOptions options;
  private final NetworkBody online;
  private final Optional<NetworkBody> twin;
  private final Map<String, Shape> outputShapes = new LinkedHashMap<>();

  TrainedNetwork(
      PartFactory factory, String name, NetworkOptions options, View example, Context context) {
    this.name = name;
    this.options = options;
    this.online = new NetworkBody(factory, name, options, example, context);
    this.twin =
        options
            .twin()
            .map(
                twinOptions -> new NetworkBody(factory, name + ".twin", options, example, context));
    twin.ifPresent(
        body -> {
          copy(online.parameters(), body.parameters(), name);
          copy(online.state(), body.state(), name);
        });
    Embeddings made = online.apply(example, part -> context);
    made.names().forEach(out -> outputShapes.put(out, made.get(out).getShape().slice(1)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Embeddings apply(View view, Context context) {
    return applied(online, view, context);
  }

  /** Returns the embeddings of a view with a context of its own for each part. */
  Embeddings apply(View view, Function<String, Context> contexts) {
    return online.apply(view, contexts);
  }

  /** A network that is called twice in a moment draws two dropout masks. */
  static Embeddings applied(NetworkBody body, View view, Context context) {
    Context own = context instanceof PartContext part ? part.anew() : context;
    return body.apply(view, part -> own);
  }

  @Override
  public Optional<Network> twin() {
    return twin.map(body -> new MomentumTwin(name, body));
  }

  /** Returns the twin's embeddings, which carry no gradient. */
  Embeddings applyTwin(View view, Function<String, Context> contexts) {
    NetworkBody body =
        twin.orElseThrow(
            () ->
                new ConfigurationException(
                    "network \"%s\" has no momentum twin; add networks.%s.twin { momentum = 0.99 }"
                        .formatted(name, name)));
    try (GradientMode ignored = GradientMode.disabled()) {
      return body.apply(view, contexts);
    }
  }

  @Override
  public <C> Optional<C> as(Class<C> capability) {
    return online.as(capability);
  }

  Group group() {
    return options.group();
  }

  NetworkOptions options() {
    return options;
  }

  boolean hasOutput(String output) {
    return outputShapes.containsKey(output);
  }

  boolean hasTwin() {
    return twin.isPresent();
  }

  /** Returns the shape of one row of an output. */
  Shape outputShape(String output) {
    Shape shape = outputShapes.get(output);
    if (shape == null) {
      throw new ConfigurationException(
          "network \"%s\" has no output \"%s\"; it has %s"
              .formatted(name, output, outputShapes.keySet()));
    }
    return shape;
  }

  /** Returns the parameters that are trained, by full name. */
  public Map<String, NDArray> parameters() {
    return online.parameters();
  }

  /**
   * Returns the twin's parameters in the order of {@link #parameters}, or nothing without a twin.
   */
  Map<String, NDArray> twinParameters() {
    return twin.map(NetworkBody::parameters).orElse(Map.of());
  }

  Stream<Part<?>> parts() {
    return Stream.concat(online.parts(), twin.stream().flatMap(NetworkBody::parts));
  }

  /** Returns the parts of the network without its twin, nested ones included. */
  List<Part<?>> trainedParts() {
    return online.parts().<Part<?>>flatMap(Part::all).toList();
  }

  private static void copy(Map<String, NDArray> from, Map<String, NDArray> to, String network) {
    String twinPrefix = network + ".twin.";
    to.forEach(
        (name, array) -> {
          NDArray source = from.get(network + "." + name.substring(twinPrefix.length()));
          if (source == null) {
            throw new IllegalStateException("the twin has an array of its own: " + name);
          }
          array.set(new NDIndex("..."), source);
        });
  }
}
