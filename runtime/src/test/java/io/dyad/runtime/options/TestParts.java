package io.dyad.runtime.options;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.PluginException;
import io.dyad.api.Provider;
import io.dyad.api.Setup;
import io.dyad.api.Spec;
import java.util.List;

/** Two losses, one of which wraps another. */
final class TestParts implements Parts {
  record SoftOptions(
      @Doc("softness of the contrast") @Default("0.2") @Bound("(0, inf)") double temperature,
      @Doc("whether both ways count") @Default("true") boolean symmetric) {}

  record WrapOptions(@Doc("the loss inside") Spec<Loss> base) {}

  private record Fake<O extends Record>(String name, Class<O> options) implements LossProvider<O> {
    @Override
    public String summary() {
      return "a test";
    }

    @Override
    public Loss create(O options, Setup setup) {
      return (encoded, pairs, context) -> {
        throw new AssertionError("never evaluated");
      };
    }
  }

  private final List<Provider<Loss, ?>> losses =
      List.of(new Fake<>("soft", SoftOptions.class), new Fake<>("wrap", WrapOptions.class));

  @Override
  @SuppressWarnings("unchecked")
  public <T> Provider<T, ?> find(Class<T> part, String name) {
    return losses.stream()
        .filter(provider -> part == Loss.class && provider.name().equals(name))
        .map(provider -> (Provider<T, ?>) provider)
        .findFirst()
        .orElseThrow(() -> new PluginException("no loss named \"" + name + "\""));
  }
}
