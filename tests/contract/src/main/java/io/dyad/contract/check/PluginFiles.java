package io.dyad.contract.check;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Provider;
import io.dyad.runtime.discovery.Texts;
import io.dyad.toolkit.kernel.Scalars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import org.slf4j.Logger;

/** What lies beside a provider in its jar or folder of classes. */
public final class PluginFiles {
  private static final List<Class<?>> SHARED =
      List.of(Provider.class, Scalars.class, NDArray.class, Logger.class);

  private PluginFiles() {}

  /** Returns the classes that service files list under the interface of a provider. */
  public static List<String> services(Provider<?, ?> provider) {
    String path = "META-INF/services/" + ProviderFacts.service(provider).getName();
    List<String> names = new ArrayList<>();
    try {
      ClassLoader loader = provider.getClass().getClassLoader();
      for (URL file : Collections.list(loader.getResources(path))) {
        names.addAll(Texts.lines(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /** Returns the shared classes that lie where a class comes from, one of each shared library. */
  public static List<String> bundled(Class<?> type) {
    Path place = place(type);
    return SHARED.stream().map(PluginFiles::file).filter(file -> holds(place, file)).toList();
  }

  private static String file(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static boolean holds(Path place, String file) {
    if (Files.isDirectory(place)) {
      return Files.exists(place.resolve(file));
    }
    try (JarFile jar = new JarFile(place.toFile())) {
      return jar.getEntry(file) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
