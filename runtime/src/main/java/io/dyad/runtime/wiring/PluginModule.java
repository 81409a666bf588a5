package io.dyad.runtime.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.util.Types;
import io.dyad.api.Provider;
import io.dyad.runtime.discovery.ExtensionPoint;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.options.Parts;

/**
 * Binds the plugins: {@link Plugins}, {@link Parts}, and for each extension point a map from name
 * to provider, such as {@code Map<String, LossProvider<?>>}.
 */
public final class PluginModule extends AbstractModule {
  private final Plugins plugins;

  /** Creates the module of the plugins that were found. */
  public PluginModule(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  protected void configure() {
    bind(Plugins.class).toInstance(plugins);
    bind(Parts.class).toInstance(plugins);
    for (ExtensionPoint point : ExtensionPoint.values()) {
      MapBinder<String, Provider<?, ?>> binder =
          MapBinder.newMapBinder(binder(), TypeLiteral.get(String.class), type(point));
      plugins
          .of(point)
          .forEach((name, found) -> binder.addBinding(name).toInstance(found.provider()));
    }
  }

  /** The type {@code LossProvider<?>}, seen as what all providers are. */
  @SuppressWarnings("unchecked")
  private static TypeLiteral<Provider<?, ?>> type(ExtensionPoint point) {
    return (TypeLiteral<Provider<?, ?>>)
        TypeLiteral.get(Types.newParameterizedType(point.service(), Types.subtypeOf(Object.class)));
  }
}
