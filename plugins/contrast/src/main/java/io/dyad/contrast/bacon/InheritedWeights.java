package io.dyad.contrast.bacon;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Parameters;
import io.dyad.api.Training;
import java.util.Map;
import java.util.Optional;

/**
 * Networks that begin with the weights of another, wherever both have parameters of one name and
 * shape. Running statistics of norms stay as they are and follow in the first steps.
 */
final class InheritedWeights {
  private static final NDIndex ALL = new NDIndex("...");

  private final Map<String, String> sources;
  private final String name;

  /** Creates them; keys are the networks that begin, values those whose weights they take. */
  InheritedWeights(Map<String, String> sources, String name) {
    this.sources = Map.copyOf(sources);
    this.name = name;
  }

  void copy(Training training) {
    sources.forEach((network, source) -> copy(network, source, training));
  }

  private void copy(String network, String source, Training training) {
    Parameters given = training.parameters(source + ".*");
    long copied =
        training.parameters(network + ".*").groups().entrySet().stream()
            .mapToLong(
                group -> {
                  String same = source + group.getKey().substring(network.length());
                  return copied(group.getValue(), given.groups().getOrDefault(same, Map.of()));
                })
            .sum();
    if (copied == 0) {
      throw new ConfigurationException(
          "%s.begin: network \"%s\" has no parameter of a name and shape that \"%s\" has, too"
              .formatted(name, network, source));
    }
  }

  private static long copied(Map<String, NDArray> to, Map<String, NDArray> from) {
    return to.entrySet().stream()
        .filter(
            entry ->
                Optional.ofNullable(from.get(entry.getKey()))
                    .filter(source -> source.getShape().equals(entry.getValue().getShape()))
                    .map(source -> overwrite(entry.getValue(), source))
                    .isPresent())
        .count();
  }

  /** An array that requires a gradient may not be written to. */
  private static NDArray overwrite(NDArray parameter, NDArray source) {
    boolean trained = parameter.hasGradient();
    parameter.setRequiresGradient(false);
    parameter.set(ALL, source.stopGradient());
    parameter.setRequiresGradient(trained);
    return parameter;
  }
}
