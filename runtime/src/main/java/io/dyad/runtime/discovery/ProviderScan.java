package io.dyad.runtime.discovery;

import io.dyad.api.PluginException;
import io.dyad.api.Provider;
import io.dyad.runtime.options.Parts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** Asks class loaders for the providers of one extension point, and survives broken ones. */
final class ProviderScan {
  private final ExtensionPoint point;
  private final Compatibility compatibility;
  private final Map<String, FoundProvider> found = new TreeMap<>();
  private final List<BrokenProvider> broken = new ArrayList<>();
  private final Set<Class<?>> seen = new HashSet<>();

  private ProviderScan(ExtensionPoint point, Compatibility compatibility) {
    this.point = point;
    this.compatibility = compatibility;
  }

  static ProviderScan of(
      ExtensionPoint point, Compatibility compatibility, ClassLoader... loaders) {
    ProviderScan scan = new ProviderScan(point, compatibility);
    for (ClassLoader loader : loaders) {
      scan.run(loader);
    }
    return scan;
  }

  Map<String, FoundProvider> found() {
    return found;
  }

  List<BrokenProvider> broken() {
    return broken;
  }

  private void run(ClassLoader loader) {
    Iterator<? extends ServiceLoader.Provider<? extends Provider<?, ?>>> services =
        ServiceLoader.load(point.service(), loader).stream().iterator();
    boolean more = true;
    while (more) {
      try {
        more = services.hasNext();
        if (more) {
          add(services.next());
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        broken.add(new BrokenProvider(point, ServiceFiles.jarOf(point, loader, e), e));
      }
    }
  }

  private void add(ServiceLoader.Provider<? extends Provider<?, ?>> service) {
    Class<?> type = service.type();
    if (!seen.add(type)) {
      return;
    }
    Jar jar = Jar.of(type);
    FoundProvider provider;
    try {
      compatibility.require(jar);
      Provider<?, ?> instance = service.get();
      provider = new FoundProvider(point, instance.name(), instance, jar);
    } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
      broken.add(new BrokenProvider(point, jar, e));
      return;
    }
    FoundProvider other = found.put(provider.name(), provider);
    if (other != null) {
      throw new PluginException(duplicate(other, provider));
    }
  }

  private String duplicate(FoundProvider first, FoundProvider second) {
    return "two providers of "
        + Parts.oneOf(point.part())
        + " are named \""
        + first.name()
        + "\":\n"
        + place(first)
        + "\n"
        + place(second)
        + "\nRemove one of the jars.";
  }

  private static String place(FoundProvider provider) {
    return "  " + provider.provider().getClass().getName() + " in " + provider.jar().place();
  }
}
