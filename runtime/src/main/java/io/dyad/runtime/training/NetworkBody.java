package io.dyad.runtime.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.View;
import io.dyad.runtime.experiment.HeadOptions;
import io.dyad.runtime.experiment.NetworkOptions;
import io.dyad.toolkit.view.TensorView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** An encoder with its heads: the trained network has one, its momentum twin another. */
final class NetworkBody {
  private record Head(String name, String of, Part<Encoder> part) {}

  private final Part<Encoder> encoder;
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final List<Head> heads = new ArrayList<>();

  /**
   * Makes the encoder from the example, then each head from the example's outputs so far.
   *
   * @param context an evaluation context whose manager lives as long as the making
   */
  NetworkBody(
      PartFactory factory, String path, NetworkOptions options, View example, Context context) {
    encoder = factory.make(options.encoder(), path + ".encoder", Optional.of(example));
    Embeddings made = encoder.component().encode(example, context);
    Map<String, HeadOptions> waiting = new LinkedHashMap<>(options.heads());
    while (!waiting.isEmpty()) {
      String name = ready(waiting, made, path);
      HeadOptions head = requireNonNull(waiting.remove(name));
      View input = TensorView.of(made.get(head.of()));
      Part<Encoder> part = factory.make(head.encoder(), path + "." + name, Optional.of(input));
      heads.add(new Head(name, head.of(), part));
      made =
          made.with(name, part.component().encode(input, context).get(Embeddings.REPRESENTATION));
    }
    parts().forEach(part -> parameters.putAll(part.parameters()));
  }

  /**
   * Returns a head whose input is there: heads may be put on heads, in any order of their names.
   */
  private static String ready(Map<String, HeadOptions> waiting, Embeddings made, String path) {
    return waiting.entrySet().stream()
        .filter(head -> made.names().contains(head.getValue().of()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                new SettingException(
                    "networks." + path + ".heads",
                    "networks.%s.heads: %s cannot be made: \"of\" must name an output; there is %s"
                        .formatted(path, waiting.keySet(), made.names())));
  }

  Embeddings apply(View view, Function<String, Context> contexts) {
    Embeddings outputs = encoder.component().encode(view, contexts.apply(encoder.path()));
    for (Head head : heads) {
      NDArray input = outputs.get(head.of());
      NDArray output =
          head.part()
              .component()
              .encode(TensorView.of(input), contexts.apply(head.part().path()))
              .get(Embeddings.REPRESENTATION);
      outputs = outputs.with(head.name(), output);
    }
    return outputs;
  }

  /** Returns the encoder as a narrower interface, if it is one. */
  <C> Optional<C> as(Class<C> capability) {
    return Optional.of(encoder.component()).filter(capability::isInstance).map(capability::cast);
  }

  Stream<Part<?>> parts() {
    return Stream.concat(Stream.of(encoder), heads.stream().map(Head::part));
  }

  /** Returns the trainable arrays by full name. */
  Map<String, NDArray> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  /** Returns what the parts keep beside parameters, by full name. */
  Map<String, NDArray> state() {
    Map<String, NDArray> all = new LinkedHashMap<>();
    parts()
        .flatMap(Part::all)
        .forEach(
            part ->
                part.component()
                    .state()
                    .forEach((name, array) -> all.put(part.path() + "." + name, array)));
    return all;
  }
}
